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
            var previous = _last;
            var next = Task.Run(() => RunAfterAsync(previous, work));
            _last = next;
            return next;
        }
    }

    private static async Task<T> RunAfterAsync<T>(Task previous, Func<Task<T>> work)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await work().ConfigureAwait(false);
    }
}
