using TorchSharp;
using static TorchSharp.torch;

namespace RnnNotebooks;

/// <summary>Results leave the dispose scope that made them, once, and tensors that came from elsewhere stay where they are.</summary>
internal static class Scopes
{
    public static Tensor Keep(this DisposeScope scope, Tensor tensor)
    {
        // the output of an RNN is its state too: moving it a second time would move it out of the caller's scope
        if (scope.Contains(tensor))
            scope.MoveToOuter(tensor);
        return tensor;
    }

    public static void Keep(this DisposeScope scope, IEnumerable<Tensor> tensors)
    {
        foreach (var tensor in tensors)
            scope.Keep(tensor);
    }
}
