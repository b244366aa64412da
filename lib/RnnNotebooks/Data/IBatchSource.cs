namespace RnnNotebooks.Data;

/// <summary>
/// Batches that can be asked for by their number. A batch depends on the seed and the number only, not on the batches before it, so
/// training that stops at step 731 goes on at step 732 with exactly the data it would have had.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
/// <typeparam name="TBatch">What one training step works on.</typeparam>
public interface IBatchSource<out TBatch>
{
    /// <summary>Samples in one batch.</summary>
    int BatchSize { get; }

    /// <summary>Batches in one pass over the data, or null when samples are made up on the spot and there is no end.</summary>
    int? BatchesPerEpoch { get; }

    /// <summary>The batch with this number.</summary>
    /// <param name="step">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    TBatch Batch(long step);
}
