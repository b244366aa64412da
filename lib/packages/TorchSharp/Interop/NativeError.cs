using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The one place where a native status becomes an exception.</summary>
internal static unsafe class NativeError
{
    internal static void Check(int status)
    {
        if (status != 0) Throw();
    }

    private static void Throw()
    {
        string? message = Marshal.PtrToStringUTF8((IntPtr)Native.rt_error());
        throw new ExternalException(string.IsNullOrEmpty(message) ? "libtorch failed and had no memory left to say why" : message);
    }
}
