using static TorchSharp.torch;

namespace RnnNotebooks.Data;

/// <summary>
/// A class number as a vector with a single one.
/// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
/// </summary>
public static class OneHot
{
    /// <summary>Writes each id as a vector: 0 everywhere, 1 at the id's place.</summary>
    /// <param name="ids">64-bit ids of any shape (…).</param>
    /// <param name="classes">Length of a vector.</param>
    /// <returns>Floats, (…, classes).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is negative or too large.</exception>
    public static Tensor Encode(Tensor ids, int classes)
    {
        ArgumentNullException.ThrowIfNull(ids);
        using var scope = NewDisposeScope();
        if (ids.numel() > 0)
        {
            var (smallest, largest) = (ids.min().item<long>(), ids.max().item<long>());
            if (smallest < 0 || largest >= classes)
                throw new ArgumentOutOfRangeException(nameof(ids), $"Ids must lie between 0 and {classes - 1}; these lie between {smallest} and {largest}.");
        }

        return nn.functional.one_hot(ids, classes).to(ScalarType.Float32).MoveToOuterDisposeScope(); // (…, classes)
    }
}
