using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules;

/// <summary>What RNN, LSTM and GRU do with their arguments before and after ATen's fused operator.</summary>
internal static class RecurrentInput
{
    private static readonly Op Select = new("aten::index_select"), Unsqueeze = new("aten::unsqueeze"), Squeeze = new("aten::squeeze.dim");

    /// <summary>Whether the input has a batch axis.</summary>
    /// <exception cref="ArgumentException">Neither (steps, batch, features) nor (steps, features), or of the wrong width.</exception>
    public static bool HasBatch(Tensor input, long features)
    {
        var shape = input.shape;
        if (shape.Length is not (2 or 3) || shape[^1] != features)
        {
            throw new ArgumentException(
                $"The input has shape [{string.Join(", ", shape)}], but the layer needs two or three axes, the last of size {features}.", nameof(input));
        }
        return shape.Length == 3;
    }

    public static Tensor AddBatch(Tensor tensor, long axis) => Unsqueeze.Call(tensor, axis);

    /// <summary>Takes the batch axis away and disposes the tensor that had it.</summary>
    public static Tensor RemoveBatch(Tensor tensor, long axis)
    {
        using (tensor)
        {
            return Squeeze.Call(tensor, axis);
        }
    }

    /// <summary>The state with its batch in the packed order.</summary>
    public static Tensor Sorted(Tensor state, PackedSequence packed) =>
        packed.sorted_indices is null ? state.alias() : Select.Call(state, 1L, packed.sorted_indices);

    /// <summary>The state with its batch in the caller's order; disposes the argument.</summary>
    public static Tensor Unsorted(Tensor state, PackedSequence packed)
    {
        if (packed.unsorted_indices is null)
        {
            return state;
        }
        using (state)
        {
            return Select.Call(state, 1L, packed.unsorted_indices);
        }
    }
}
