using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One pass over a loader's batches; what the collating made is disposed when the next batch is taken, if the loader says so.</summary>
internal sealed class Batches<T, S> : IEnumerator<S>
{
    private readonly DataLoader<T, S> loader;
    private readonly List<IDisposable> held = new();
    private IEnumerator<long> order;
    private S? current;

    public Batches(DataLoader<T, S> loader)
    {
        this.loader = loader;
        order = loader.sampler.GetEnumerator();
    }

    public S Current => current!;

    object? IEnumerator.Current => current;

    public bool MoveNext()
    {
        LetGo();
        var indices = new List<long>(loader.batch_size);
        while (indices.Count < loader.batch_size && order.MoveNext())
        {
            indices.Add(order.Current);
        }
        if (indices.Count == 0 || (loader.drop_last && indices.Count < loader.batch_size))
        {
            return false;
        }
        var examples = new T[indices.Count];
        var views = new List<IDisposable>();
        try
        {
            Fetch(indices, examples, views);
            using var scope = NewDisposeScope();
            current = loader.collate_fn(examples, loader.Device);
            Keep(scope);
        }
        finally
        {
            views.ForEach(view => view.Dispose());
        }
        return true;
    }

    public void Reset()
    {
        LetGo();
        order.Dispose();
        order = loader.sampler.GetEnumerator();
    }

    public void Dispose()
    {
        LetGo();
        order.Dispose();
    }

    /// <summary>Gets the examples, on as many threads as the loader has workers; their tensors belong to this pass.</summary>
    private void Fetch(List<long> indices, T[] examples, List<IDisposable> views)
    {
        void One(int i)
        {
            using var scope = NewDisposeScope();
            examples[i] = loader.dataset.GetTensor(indices[i]);
            var made = scope.DisposablesView.ToArray();
            scope.Detach(made);
            lock (views)
            {
                views.AddRange(made);
            }
        }

        if (loader.num_workers == 1)
        {
            for (int i = 0; i < examples.Length; i++)
            {
                One(i);
            }
            return;
        }
        try
        {
            Parallel.For(0, examples.Length, new ParallelOptions { MaxDegreeOfParallelism = loader.num_workers }, One);
        }
        catch (AggregateException error) when (error.InnerExceptions.Count >= 1)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }

    /// <summary>Takes what the batch consists of out of the scope: disposed with the next batch, or handed to the caller's scope.</summary>
    private void Keep(DisposeScope scope)
    {
        var made = scope.DisposablesView.ToArray();
        if (loader.DisposeBatch)
        {
            scope.Detach(made);
            held.AddRange(made);
        }
        else
        {
            scope.MoveToOuter(made);
        }
    }

    private void LetGo()
    {
        held.ForEach(disposable => disposable.Dispose());
        held.Clear();
    }
}
