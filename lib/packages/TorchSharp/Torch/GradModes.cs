using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Switches recording on or off on this thread, and back when it is disposed.</summary>
internal sealed class GradMode : IDisposable
{
    private readonly int before = Native.rt_grad_enabled();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private bool closed;

    internal GradMode(bool enabled) => Native.rt_set_grad_enabled(enabled ? 1 : 0);

    public void Dispose()
    {
        if (closed) return;
        SameThread.Require(thread, "no_grad and set_grad_enabled");
        closed = true;
        Native.rt_set_grad_enabled(before);
    }
}

/// <summary>libtorch's guard of inference mode, on the thread that opened it.</summary>
internal sealed class InferenceMode : IDisposable
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private IntPtr guard;

    internal unsafe InferenceMode(bool enabled)
    {
        IntPtr entered;
        NativeError.Check(Native.rt_enter_inference(enabled ? 1 : 0, &entered));
        guard = entered;
    }

    public void Dispose()
    {
        if (guard == IntPtr.Zero) return;
        SameThread.Require(thread, "inference_mode");
        Native.rt_leave_inference(guard);
        guard = IntPtr.Zero;
    }
}

/// <summary>Anomaly detection, switched for as long as this object is not disposed.</summary>
public class AnomalyMode : IDisposable
{
    private readonly int before = Native.rt_anomaly();

    public AnomalyMode(bool enabled, bool check_nan = true) => Native.rt_set_anomaly(enabled ? 1 : 0, check_nan ? 1 : 0);

    public static bool IsEnabled => (Native.rt_anomaly() & 1) != 0;

    public static bool ShouldCheckNaN => (Native.rt_anomaly() & 2) != 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Native.rt_set_anomaly(before & 1, before & 2);
    }
}

internal static class SameThread
{
    internal static void Require(int thread, string what)
    {
        if (thread != Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException($"{what} must be disposed on the thread that opened it; an await in between may have changed threads.");
        }
    }
}
