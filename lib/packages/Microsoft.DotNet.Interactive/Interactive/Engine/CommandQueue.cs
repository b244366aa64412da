namespace RnnNotebooks.Engine;

/// <summary>Runs pieces of work one after another, in the order they came.</summary>
internal sealed class CommandQueue
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    public Task<T> Enqueue<T>(Func<Task<T>> work)
    {
        lock (_gate)
        {
            // The queue keeps no more than the fact that work ended: its result may hold gigabytes of somebody's tensors.
            var previous = _last;
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _last = ended.Task;
            return Task.Run(() => RunAfterAsync(previous, work, ended));
        }
    }

    private static async Task<T> RunAfterAsync<T>(Task previous, Func<Task<T>> work, TaskCompletionSource ended)
    {
        await previous.ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            ended.SetResult();
        }
    }
}
