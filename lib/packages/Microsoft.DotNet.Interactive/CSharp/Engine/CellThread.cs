using System.Collections.Concurrent;

namespace RnnNotebooks.Engine;

/// <summary>
/// The thread that cells run on, one for a kernel's whole life, so that what a cell sets for its thread, such as
/// gradients off, still holds in the next.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private const int StackSize = 8 * 1024 * 1024;

    private readonly BlockingCollection<Action> _work = [];

    public CellThread(string name)
    {
        var thread = new Thread(Run, StackSize) { IsBackground = true, Name = name };
        thread.UnsafeStart();
    }

    public Task RunAsync(Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                action();
                done.SetResult();
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        return done.Task;
    }

    public void Dispose() => _work.CompleteAdding();

    private void Run()
    {
        foreach (var action in _work.GetConsumingEnumerable())
        {
            action();
        }
    }
}
