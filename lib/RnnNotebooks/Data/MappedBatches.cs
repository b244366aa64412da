namespace RnnNotebooks.Data;

/// <summary>
/// Batches made from other batches: pictures from their numbers, one-hot vectors from ids.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
/// <param name="source">The batches to begin with.</param>
/// <param name="map">What to make of one.</param>
/// <typeparam name="TSource">The batch that is given.</typeparam>
/// <typeparam name="TBatch">The batch that is made.</typeparam>
public sealed class MappedBatches<TSource, TBatch>(IBatchSource<TSource> source, Func<TSource, TBatch> map) : IBatchSource<TBatch>
{
    /// <inheritdoc/>
    public int BatchSize => source.BatchSize;

    /// <inheritdoc/>
    public int? BatchesPerEpoch => source.BatchesPerEpoch;

    /// <inheritdoc/>
    public TBatch Batch(long step) => map(source.Batch(step));
}
