using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>What is set when libtorch is loaded.</summary>
internal static unsafe class Defaults
{
    /// <summary>
    /// OMP_NUM_THREADS decides how many threads an operator uses, where it is set. Otherwise one: the matrices of a recurrent
    /// network's step are small, and a step's operators wait for each other, so that a second thread costs more than it computes.
    /// </summary>
    internal static void Choose(IntPtr library)
    {
        ((delegate* unmanaged<void>)NativeLibrary.GetExport(library, "rt_keep_memory"))();
        if (Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is { Length: > 0 }) return;
        _ = ((delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "rt_set_threads"))(1);
    }
}
