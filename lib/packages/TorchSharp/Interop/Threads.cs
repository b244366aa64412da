using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>How many threads an operator uses when nobody says.</summary>
internal static unsafe class Threads
{
    /// <summary>
    /// OMP_NUM_THREADS decides where it is set. Otherwise one thread: the matrices of a recurrent network's step are small,
    /// and a step's operators wait for each other, so that a second thread costs more than it computes.
    /// </summary>
    internal static void ChooseDefault(IntPtr library)
    {
        if (Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is { Length: > 0 }) return;
        var set = (delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "rt_set_threads");
        _ = set(1);
    }
}
