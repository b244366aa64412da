using System.Collections;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>Batches of a dataset's examples, in order or shuffled anew for every pass.</summary>
/// <typeparam name="T">An example.</typeparam>
/// <typeparam name="S">A batch.</typeparam>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <summary>A loader that follows an order of one's own.</summary>
    /// <param name="dataset">The examples.</param>
    /// <param name="batchSize">Examples a batch; the last may be smaller.</param>
    /// <param name="collate_fn">Makes a batch of examples, on a device.</param>
    /// <param name="shuffler">The examples' numbers in the order of every pass.</param>
    /// <param name="device">Where the batches go; the CPU when null.</param>
    /// <param name="num_worker">Threads that fetch a batch's examples.</param>
    /// <param name="drop_last">Whether a last batch that is too small is left out.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is taken.</param>
    /// <param name="disposeDataset">Whether the dataset is disposed with the loader.</param>
    public DataLoader(
        Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        batch_size = batchSize > 0 ? batchSize : throw new ArgumentException($"The batch size must be positive, but is {batchSize}.", nameof(batchSize));
        this.dataset = dataset;
        this.collate_fn = collate_fn;
        sampler = shuffler;
        Device = device ?? CPU;
        num_workers = Math.Max(num_worker, 1);
        this.drop_last = drop_last;
        DisposeBatch = disposeBatch;
        DisposeDataset = disposeDataset;
    }

    /// <summary>A loader that takes the examples in order, or at random.</summary>
    /// <param name="dataset">The examples.</param>
    /// <param name="batchSize">Examples a batch; the last may be smaller.</param>
    /// <param name="collate_fn">Makes a batch of examples, on a device.</param>
    /// <param name="shuffle">Whether the order is random.</param>
    /// <param name="device">Where the batches go; the CPU when null.</param>
    /// <param name="seed">Fixes the random order, which is then the same in every pass.</param>
    /// <param name="num_worker">Threads that fetch a batch's examples.</param>
    /// <param name="drop_last">Whether a last batch that is too small is left out.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is taken.</param>
    /// <param name="disposeDataset">Whether the dataset is disposed with the loader.</param>
    public DataLoader(
        Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null, int? seed = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, shuffle ? new FisherYatesShuffler(dataset.Count, seed) : InOrder(dataset.Count),
            device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public Dataset<T> dataset { get; }

    public int batch_size { get; }

    public bool drop_last { get; }

    /// <summary>The examples' numbers in the order of a pass.</summary>
    public IEnumerable<long> sampler { get; }

    public int num_workers { get; }

    public Device Device { get; }

    public bool DisposeBatch { get; }

    public bool DisposeDataset { get; }

    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    /// <summary>Batches a pass.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    public IEnumerator<S> GetEnumerator() => new Batches<T, S>(this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
        {
            dataset.Dispose();
        }
    }

    private static IEnumerable<long> InOrder(long count)
    {
        for (long i = 0; i < count; i++)
        {
            yield return i;
        }
    }
}
