using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Threads that one operator may use.</summary>
    public static int get_num_threads() => Native.rt_threads();

    public static void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        NativeError.Check(Native.rt_set_threads(num));
    }

    /// <summary>Threads for operators that run beside each other.</summary>
    public static int get_num_interop_threads() => Native.rt_interop_threads();

    public static void set_num_interop_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        NativeError.Check(Native.rt_set_interop_threads(num));
    }
}
