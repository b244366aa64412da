using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The one place where a native status becomes an exception.</summary>
internal static unsafe class NativeError
{
    private const int CallbackFailed = 2;

    /// <summary>The exception that managed code called from libtorch threw; it goes on after the native frames are left.</summary>
    [ThreadStatic]
    internal static Exception? FromCallback;

    internal static void Check(int status)
    {
        if (status != 0) Throw(status);
    }

    private static void Throw(int status)
    {
        if (status == CallbackFailed && FromCallback is { } thrown)
        {
            FromCallback = null;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
        }
        string? message = Marshal.PtrToStringUTF8((IntPtr)Native.rt_error());
        throw new ExternalException(string.IsNullOrEmpty(message) ? "libtorch failed and had no memory left to say why" : message);
    }
}
