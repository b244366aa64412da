using static TorchSharp.torch;

namespace RnnNotebooks.Seq2Seq;

/// <summary>
/// Loss and accuracy of sequences, where padding does not count: each step's value is multiplied by the mask, and the sum divided by
/// the sum of the mask.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
public static class SequenceLoss
{
    /// <summary>Cross-entropy per true step.</summary>
    /// <param name="logits">(batch, steps, outputs).</param>
    /// <param name="targets">Right ids, (batch, steps), 64-bit.</param>
    /// <param name="mask">1 where a step counts, (batch, steps), floats.</param>
    /// <returns>One number, in nats.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor CrossEntropy(Tensor logits, Tensor targets, Tensor mask)
    {
        if (logits.dim() != 3)
            throw new ArgumentException($"Logits are (batch, steps, outputs), not ({string.Join(", ", logits.shape)}).", nameof(logits));
        CheckSteps(logits.shape[..2], targets, mask);
        using var scope = NewDisposeScope();
        var flat = logits.reshape(-1, logits.shape[2]); // (batch · steps, outputs)
        var each = nn.functional.cross_entropy(flat, targets.reshape(-1), reduction: nn.Reduction.None); // (batch · steps)
        var loss = (each * mask.reshape(-1)).sum() / mask.sum();
        return scope.Keep(loss);
    }

    /// <summary>The share of true steps whose id is the right one.</summary>
    /// <param name="said">Ids (batch, steps), 64-bit, or logits (batch, steps, outputs), whose best id then counts.</param>
    /// <param name="targets">Right ids, (batch, steps), 64-bit.</param>
    /// <param name="mask">1 where a step counts, (batch, steps), floats.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static double Accuracy(Tensor said, Tensor targets, Tensor mask)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        return (Right(said, targets, mask).sum() / mask.sum()).item<float>();
    }

    /// <summary>The share of samples at each position whose id is the right one.</summary>
    /// <param name="said">Ids (batch, steps), 64-bit, or logits (batch, steps, outputs), whose best id then counts.</param>
    /// <param name="targets">Right ids, (batch, steps), 64-bit.</param>
    /// <param name="mask">
    /// 1 where a step counts, (batch, steps), floats; null counts padding too, as the tutorial's plot does.
    /// </param>
    /// <returns>(steps) shares; not-a-number where no sample has a true step.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static double[] AccuracyPerPosition(Tensor said, Tensor targets, Tensor? mask = null)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        mask ??= ones_like(targets, ScalarType.Float32); // (batch, steps)
        var shares = (Right(said, targets, mask).sum(dim: 0) / mask.sum(dim: 0)).to(ScalarType.Float64); // (steps)
        return [.. shares.data<double>()];
    }

    /// <summary>1 where a step counts and is right, (batch, steps).</summary>
    private static Tensor Right(Tensor said, Tensor targets, Tensor mask)
    {
        var ids = said.dim() == 3 ? said.argmax(-1) : said; // (batch, steps)
        CheckSteps(ids.shape, targets, mask);
        return ids.eq(targets).to(ScalarType.Float32) * mask;
    }

    private static void CheckSteps(long[] expected, Tensor targets, Tensor mask)
    {
        foreach (var (name, shape) in new[] { (nameof(targets), targets.shape), (nameof(mask), mask.shape) })
            if (!shape.SequenceEqual(expected))
                throw new ArgumentException($"What is said is ({string.Join(", ", expected)}) in batch and steps, so {name} must be too, not ({string.Join(", ", shape)}).", name);
    }
}
