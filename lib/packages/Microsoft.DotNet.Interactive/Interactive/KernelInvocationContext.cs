using System.Collections.Concurrent;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using RnnNotebooks.Engine;

namespace Microsoft.DotNet.Interactive;

/// <summary>One command while it is handled: where its events go, and the token that says it should stop.</summary>
public class KernelInvocationContext : IDisposable
{
    private static readonly AsyncLocal<KernelInvocationContext?> s_current = new();

    private readonly Lock _gate;
    private readonly CancellationTokenSource _cancellation;
    private readonly EventStream _events = new();
    private readonly List<Action<KernelInvocationContext>> _onComplete = [];
    private readonly Kernel? _origin;
    private readonly CancellationToken _requested;
    private volatile bool _complete;
    private volatile bool _tokenWasRead;
    private volatile bool _loopsEnd;

    internal KernelInvocationContext(
        Kernel? origin,
        KernelCommand command,
        KernelInvocationContext? parent,
        CancellationToken cancellationToken)
    {
        _origin = origin;
        _requested = cancellationToken;
        Command = command;
        Parent = parent;
        _gate = parent?._gate ?? new Lock();
        Result = new KernelCommandResult(command);
        parent?.Output.Flush();
        Output = new CellOutput(this);
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            parent?._cancellation.Token ?? CancellationToken.None);
        StopToken = _cancellation.Token;
    }

    /// <summary>The command that runs here, or null outside every cell.</summary>
    public static KernelInvocationContext? Current
    {
        get => s_current.Value;
        internal set => s_current.Value = value;
    }

    public KernelCommand Command { get; }

    public Kernel? HandlingKernel { get; internal set; }

    public KernelCommandResult Result { get; }

    public IObservable<KernelEvent> KernelEvents => _events;

    public bool IsComplete => _complete;

    /// <summary>
    /// Cancelled when the cell is interrupted. A cell that looks at it gets a moment to end by itself, with its work saved;
    /// one that does not is stopped at once.
    /// </summary>
    public CancellationToken CancellationToken
    {
        get
        {
            for (var context = this; context is not null; context = context.Parent)
            {
                context._tokenWasRead = true;
            }

            return StopToken;
        }
    }

    internal KernelInvocationContext? Parent { get; }

    /// <summary>The stop token, for the engine: reading it does not count as the cell's own co-operation.</summary>
    internal CancellationToken StopToken { get; }

    /// <summary>Whether the cell is being stopped: true before any wait that the stop ends, so before <see cref="StopToken"/> may be.</summary>
    internal bool IsStopping => StopToken.IsCancellationRequested || _requested.IsCancellationRequested || Parent?.IsStopping == true;

    internal CellOutput Output { get; }

    internal Kernel? Origin => _origin;

    /// <summary>Whether a cell's own statements run in this context now.</summary>
    internal bool IsOnCellThread { get; set; }

    /// <summary>Whether the cell's loops are to end: it had its chance to end by itself.</summary>
    internal bool LoopsEnd
    {
        get => _loopsEnd;
        set => _loopsEnd = value;
    }

    internal bool Failed { get; private set; }

    /// <summary>Whether the cell's own code holds the token, so that it may end by itself.</summary>
    internal bool TokenWasRead => _tokenWasRead;

    public static KernelInvocationContext GetOrCreateAmbientContext(
        KernelCommand command,
        ConcurrentDictionary<string, KernelInvocationContext>? contextsByRootToken = null)
    {
        if (Current is { IsComplete: false } current)
        {
            return current;
        }

        return Current = contextsByRootToken is null
            ? new KernelInvocationContext(null, command, null, CancellationToken.None)
            : contextsByRootToken.GetOrAdd(
                command.GetOrCreateToken(),
                _ => new KernelInvocationContext(null, command, null, CancellationToken.None));
    }

    public void Publish(KernelEvent @event)
    {
        // A cell can be aborted between any two instructions, but not inside a finally block: an event is delivered whole.
        try
        {
        }
        finally
        {
            Output.Flush();
            Deliver(@event);
        }
    }

    public void Publish(KernelEvent @event, bool publishOnAmbientContextOnly)
    {
        if (publishOnAmbientContextOnly)
        {
            Result.Add(@event);
            _events.Publish(@event);
        }
        else
        {
            Publish(@event);
        }
    }

    public void Complete(KernelCommand command)
    {
        if (command == Command)
        {
            Finish(() => new CommandSucceeded(command, Command is SubmitCode ? HandlingKernel?.SubmissionCount ?? 0 : 0));
        }
    }

    public void Fail(KernelCommand command, Exception? exception = null, string? message = null)
    {
        if (command == Command)
        {
            Finish(() =>
            {
                Failed = true;
                return new CommandFailed(exception, command, message, HandlingKernel?.SubmissionCount);
            });
        }
    }

    public void OnComplete(Action<KernelInvocationContext> onComplete)
    {
        lock (_gate)
        {
            _onComplete.Add(onComplete);
        }
    }

    public void Dispose()
    {
        if (!_complete)
        {
            Complete(Command);
        }

        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    internal void Cancel()
    {
        lock (_gate)
        {
            if (_complete)
            {
                return;
            }
        }

        _cancellation.Cancel();
    }

    /// <summary>Delivers without flushing printed text first: for that text itself.</summary>
    internal void Deliver(KernelEvent kernelEvent)
    {
        var outer = Current;
        Current = null; // what a listener prints is the host's, not the cell's
        try
        {
            lock (_gate)
            {
                bool ends = kernelEvent is KernelCommandCompletionEvent;
                for (var context = this; context is not null; context = ends ? null : context.Parent)
                {
                    context.Result.Add(kernelEvent);
                    context._events.Publish(kernelEvent);
                }

                if (!ends || Parent is null)
                {
                    (HandlingKernel ?? _origin)?.PublishEvent(kernelEvent);
                }
            }
        }
        finally
        {
            Current = outer;
        }
    }

    private void Finish(Func<KernelCommandCompletionEvent> completion)
    {
        Action<KernelInvocationContext>[] actions;
        lock (_gate)
        {
            if (_complete)
            {
                return;
            }

            actions = [.. _onComplete];
            _onComplete.Clear();
        }

        foreach (var action in actions)
        {
            action(this);
        }

        Output.Flush();
        lock (_gate)
        {
            if (_complete)
            {
                return;
            }

            _complete = true;
            Deliver(completion());
        }
    }
}
