namespace RnnNotebooks.Data;

/// <summary>
/// Which samples go into which batch. Without replacement each epoch is a new shuffle of all samples (the few left over at its end
/// are dropped, as in the tutorials); with replacement each batch is drawn anew from all of them.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public sealed class IndexBatches : IBatchSource<int[]>
{
    private readonly int _count;
    private readonly int _seed;
    private readonly bool _withReplacement;
    private (long Epoch, int[] Order) _shuffled = (-1, []);

    /// <summary>Batches of sample numbers from 0 to <paramref name="count"/> − 1.</summary>
    /// <param name="count">Samples there are.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="seed">The same seed gives the same batches.</param>
    /// <param name="withReplacement">May a sample come twice in an epoch?</param>
    /// <exception cref="ArgumentOutOfRangeException">A batch is empty, or larger than the data.</exception>
    public IndexBatches(int count, int batchSize, int seed, bool withReplacement = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        if (batchSize > count)
            throw new ArgumentOutOfRangeException(nameof(batchSize), $"A batch of {batchSize} cannot be taken from {count} samples; make the batch smaller.");
        (_count, BatchSize, _seed, _withReplacement) = (count, batchSize, seed, withReplacement);
    }

    /// <inheritdoc/>
    public int BatchSize { get; }

    /// <inheritdoc/>
    public int? BatchesPerEpoch => _count / BatchSize;

    /// <inheritdoc/>
    public int[] Batch(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (_withReplacement)
        {
            var random = Seeded.Random(_seed, step);
            return [.. Enumerable.Range(0, BatchSize).Select(_ => random.Next(_count))];
        }

        var (epoch, position) = Math.DivRem(step, _count / BatchSize);
        if (_shuffled.Epoch != epoch)
        {
            var order = Enumerable.Range(0, _count).ToArray();
            Seeded.Random(_seed, epoch).Shuffle(order);
            _shuffled = (epoch, order);
        }

        return _shuffled.Order.AsSpan((int)position * BatchSize, BatchSize).ToArray();
    }
}
