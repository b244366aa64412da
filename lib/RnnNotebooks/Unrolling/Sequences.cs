using static TorchSharp.torch;

namespace RnnNotebooks.Unrolling;

/// <summary>
/// What sequences of different lengths need: masks, reversal, and a way to show that padding does not matter.
/// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
/// </summary>
public static class Sequences
{
    /// <summary>1 where a sample has a step, 0 where it is padded.</summary>
    /// <param name="lengths">Steps of each sample, (batch), 64-bit.</param>
    /// <param name="steps">Steps of the padded batch.</param>
    /// <returns>Floats, (batch, steps); each row sums to its length.</returns>
    public static Tensor Mask(Tensor lengths, long steps)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        using var scope = NewDisposeScope();
        var mask = arange(steps, device: lengths.device).unsqueeze(0).lt(lengths.unsqueeze(1)); // (batch, steps)
        return scope.Keep(mask.to(ScalarType.Float32));
    }

    /// <summary>Each sample backwards, its padding where it was: TensorFlow's <c>reverse_sequence</c>. Twice is the identity.</summary>
    /// <param name="sequence">(batch, steps, …).</param>
    /// <param name="lengths">Steps of each sample, (batch), 64-bit; all of them by default.</param>
    /// <param name="timeMajor">Is the sequence (steps, batch, …)?</param>
    /// <returns>The shape of <paramref name="sequence"/>.</returns>
    public static Tensor Reverse(Tensor sequence, Tensor? lengths = null, bool timeMajor = false)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        using var scope = NewDisposeScope();
        var time = timeMajor ? 0 : 1;
        if (lengths is null)
            return scope.Keep(sequence.flip(time));
        var steps = sequence.shape[time];
        var t = arange(steps, device: sequence.device).unsqueeze(0); // (1, steps)
        var end = lengths.unsqueeze(1); // (batch, 1)
        var from = where(t.lt(end), end - 1 - t, t); // (batch, steps)
        if (timeMajor)
            from = from.t(); // (steps, batch)
        while (from.dim() < sequence.dim())
            from = from.unsqueeze(-1); // (batch, steps, 1)
        return scope.Keep(sequence.gather(time, from.expand(sequence.shape))); // (batch, steps, …)
    }

    /// <summary>The same sequences with random numbers as padding: a network that respects lengths does not notice.</summary>
    /// <param name="sequence">(batch, steps, features).</param>
    /// <param name="lengths">Steps of each sample, (batch), 64-bit.</param>
    /// <returns>The shape of <paramref name="sequence"/>.</returns>
    public static Tensor ScramblePadding(Tensor sequence, Tensor lengths)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        using var scope = NewDisposeScope();
        var mask = Mask(lengths, sequence.shape[1]).unsqueeze(-1); // (batch, steps, 1)
        return scope.Keep((sequence * mask) + (randn_like(sequence) * (1 - mask))); // (batch, steps, features)
    }

    internal static (long Shortest, long Longest) Bounds(Tensor lengths)
    {
        using var scope = NewDisposeScope();
        return (lengths.min().item<long>(), lengths.max().item<long>());
    }
}
