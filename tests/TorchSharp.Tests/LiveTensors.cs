using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>How many tensors are alive in the process, without those that earlier tests forgot and the collector had yet to take.</summary>
internal static class LiveTensors
{
    internal static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
