using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// Owns one reference to a native tensor. A tensor that is disposed on one thread while another computes with it
/// is freed when that computation ends.
/// </summary>
internal sealed class TensorHandle : SafeHandle
{
    private static long live;
    private static long peak;

    private readonly int pressure;

    /// <param name="tensor">The native tensor, whose reference this takes over.</param>
    /// <param name="pressure">Bytes that the garbage collector is told about: of tensors that no dispose scope will free.</param>
    internal TensorHandle(IntPtr tensor, int pressure) : base(IntPtr.Zero, ownsHandle: true)
    {
        SetHandle(tensor);
        long count = Interlocked.Increment(ref live);
        if (count > peak) peak = count;
        this.pressure = pressure;
        if (pressure > 0) GC.AddMemoryPressure(pressure);
    }

    internal static long Live => Interlocked.Read(ref live);

    internal static long Peak => Interlocked.Read(ref peak);

    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <summary>The pointer, only for use between <see cref="SafeHandle.DangerousAddRef"/> and its release.</summary>
    internal IntPtr Pointer => handle;

    protected override bool ReleaseHandle()
    {
        Native.rt_release(handle);
        Interlocked.Decrement(ref live);
        if (pressure > 0) GC.RemoveMemoryPressure(pressure);
        return true;
    }
}
