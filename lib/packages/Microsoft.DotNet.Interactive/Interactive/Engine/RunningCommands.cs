using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>What runs now, so that it can be stopped.</summary>
internal sealed class RunningCommands
{
    private readonly Lock _gate = new();
    private readonly List<KernelInvocationContext> _contexts = [];

    public IDisposable Add(KernelInvocationContext context)
    {
        lock (_gate)
        {
            _contexts.Add(context);
        }

        return new Entry(this, context);
    }

    /// <summary>Stops everything that runs. Never blocks on the code that it stops.</summary>
    public void Cancel()
    {
        KernelInvocationContext[] contexts;
        lock (_gate)
        {
            contexts = [.. _contexts];
        }

        foreach (var context in contexts)
        {
            // A cell's own callback on the token may block or throw: neither reaches the one who interrupts.
            _ = Task.Run(context.Cancel);
        }
    }

    private sealed class Entry(RunningCommands owner, KernelInvocationContext context) : IDisposable
    {
        public void Dispose()
        {
            lock (owner._gate)
            {
                owner._contexts.Remove(context);
            }
        }
    }
}
