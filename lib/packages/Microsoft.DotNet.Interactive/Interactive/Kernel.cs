using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Parsing;
using RnnNotebooks.Engine;

namespace Microsoft.DotNet.Interactive;

/// <summary>Handles commands and tells of everything that happens through <see cref="KernelEvents"/>.</summary>
public abstract partial class Kernel : IDisposable
{
    private readonly EventStream _events = new();
    private readonly CommandHandlers _handlers;
    private readonly List<KernelCommandPipelineMiddleware> _middleware = [];
    private readonly Stack<IDisposable> _disposables = new();
    private readonly CommandQueue _queue = new();
    private readonly RunningCommands _running = new();

    protected Kernel(string name)
        : this(name, null, null)
    {
    }

    protected Kernel(string name, string? languageName, string? languageVersion)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        KernelInfo = new KernelInfo(name) { LanguageName = languageName, LanguageVersion = languageVersion };
        _handlers = new CommandHandlers(this);
        SubmissionParser = new SubmissionParser(this);
        ConsoleCapture.Install();
        Displays.Install();
        BackgroundErrors.Install();
        RegisterCommandHandler<RequestKernelInfo>((command, context) =>
        {
            KernelInfo.SupportedKernelCommands = [.. _handlers.SupportedTypes().Select(type => new KernelCommandInfo(type.Name))];
            context.Publish(new KernelInfoProduced(KernelInfo, command));
            return Task.CompletedTask;
        });
    }

    public string Name => KernelInfo.LocalName;

    public KernelInfo KernelInfo { get; }

    public CompositeKernel? ParentKernel { get; internal set; }

    public Kernel RootKernel => ParentKernel?.RootKernel ?? this;

    public SubmissionParser SubmissionParser { get; }

    /// <summary>How many cells this kernel has begun.</summary>
    public int SubmissionCount { get; private set; }

    public bool IsDisposed { get; private set; }

    public IObservable<KernelEvent> KernelEvents => _events;

    /// <summary>Where work waits its turn: one queue for a whole tree of kernels.</summary>
    internal CommandQueue Queue => RootKernel._queue;

    internal RunningCommands Running => RootKernel._running;

    /// <summary>
    /// Handles a command. Cells run one after another; questions about code are answered at once, also while a cell runs; what a
    /// cell itself sends is a part of that cell.
    /// </summary>
    public Task<KernelCommandResult> SendAsync(KernelCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var current = KernelInvocationContext.Current;
        var parent = current is { IsComplete: false } && current.Origin?.RootKernel == RootKernel ? current : null;
        if (parent is not null && command.Parent is null)
        {
            command.SetParent(parent.Command);
        }

        return parent is not null || CommandKinds.IsAnsweredAtOnce(command)
            ? Task.Run(() => InvokeAsync(command, parent, cancellationToken), CancellationToken.None)
            : Queue.Enqueue(() => InvokeAsync(command, null, cancellationToken));
    }

    public void RegisterCommandHandler<TCommand>(Func<TCommand, KernelInvocationContext, Task> handler)
        where TCommand : KernelCommand => _handlers.Register(handler);

    public void RegisterCommandType<TCommand>()
        where TCommand : KernelCommand => _handlers.RegisterType(typeof(TCommand));

    public bool SupportsCommandType(Type commandType) => _handlers.Supports(commandType);

    public void AddMiddleware(KernelCommandPipelineMiddleware middleware, string? caller = null) => _middleware.Add(middleware);

    public void RegisterForDisposal(Action dispose) => RegisterForDisposal(new DisposeAction(dispose));

    public void RegisterForDisposal(IDisposable disposable) => _disposables.Push(disposable);

    public virtual void Dispose()
    {
        if (IsDisposed)
        {
            return;
        }

        IsDisposed = true;
        while (_disposables.TryPop(out var disposable))
        {
            disposable.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    public override string ToString() => $"{GetType().Name}: {Name}";

    /// <summary>Tells this kernel's listeners and those of the kernels above it.</summary>
    protected internal void PublishEvent(KernelEvent kernelEvent)
    {
        _events.Publish(kernelEvent);
        ParentKernel?.PublishEvent(kernelEvent);
    }

    /// <summary>The kernel that a command is for, or null where there is none.</summary>
    internal virtual Kernel? Route(KernelCommand command) =>
        command.TargetKernelName is null || Answers(command.TargetKernelName) ? this : null;

    internal bool Answers(string name) => Name == name || KernelInfo.Aliases.Contains(name);

    internal void CountSubmission()
    {
        SubmissionCount++;
        if (ParentKernel is { } parent)
        {
            parent.CountSubmission();
        }
    }

    /// <summary>Handles a command within a context that exists already.</summary>
    internal Task HandleAsync(KernelCommand command, KernelInvocationContext context)
    {
        KernelPipelineContinuation pipeline = _handlers.InvokeAsync;
        foreach (var middleware in Enumerable.Reverse(_middleware))
        {
            var next = pipeline;
            pipeline = (inner, innerContext) => middleware(inner, innerContext, next);
        }

        return pipeline(command, context);
    }

    /// <summary>Runs a command to its end and returns everything it did. Never throws for what the command's own code did.</summary>
    internal async Task<KernelCommandResult> InvokeAsync(
        KernelCommand command,
        KernelInvocationContext? parent,
        CancellationToken cancellationToken)
    {
        using var context = new KernelInvocationContext(this, command, parent, cancellationToken);
        KernelInvocationContext.Current = context;
        using var running = CommandKinds.IsAnsweredAtOnce(command) ? null : Running.Add(context);
        try
        {
            context.StopToken.ThrowIfCancellationRequested();
            var target = Route(command)
                ?? throw (UnsupportedLanguages.Sentence(command.TargetKernelName ?? "") is { } sentence
                    ? new MagicException(sentence)
                    : new NoSuitableKernelException(command));
            context.HandlingKernel = target;
            await (command is SubmitCode submission
                ? Submissions.RunAsync(submission, target, context)
                : target.HandleAsync(command, context)).ConfigureAwait(false);
            context.Complete(command);
        }
        catch (OperationCanceledException exception) when (context.IsStopping)
        {
            context.Fail(command, exception, Stopped.Sentence);
        }
        catch (Exception exception)
        {
            context.Fail(command, exception);
        }

        return context.Result;
    }

    private sealed class DisposeAction(Action dispose) : IDisposable
    {
        public void Dispose() => dispose();
    }
}
