using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>What is set when libtorch is loaded.</summary>
internal static unsafe class Defaults
{
    /// <summary>
    /// OMP_NUM_THREADS decides how many threads an operator uses, where it is set. Otherwise one: the matrices of a recurrent
    /// network's step are small, and a step's operators wait for each other, so that a second thread costs more than it computes.
    /// Measured with tests/Benchmarks/Torch on two hyper-threads that others used as well: a step of the hand-written LSTM 16x50x8-16
    /// took 26.5 ms with one thread and 34.5 ms with two, and PyTorch's 27.8 and 33.2. set_num_threads changes it for large matrices.
    /// </summary>
    internal static void Choose(IntPtr library)
    {
        ((delegate* unmanaged<void>)NativeLibrary.GetExport(library, "rt_keep_memory"))();
        if (Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is { Length: > 0 }) return;
        _ = ((delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "rt_set_threads"))(1);
    }
}
