namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Something a kernel is asked to do. Each ends in exactly one CommandSucceeded or CommandFailed.</summary>
public abstract class KernelCommand(string? targetKernelName = null) : IEquatable<KernelCommand>
{
    private readonly Lock _gate = new();
    private string? _token;
    private int _childCount;

    public string? TargetKernelName { get; internal set; } = targetKernelName;

    public KernelCommand? Parent { get; private set; }

    public KernelCommandInvocation? Handler { get; set; }

    public Uri? OriginUri { get; set; }

    public Uri? DestinationUri { get; set; }

    /// <summary>A name for this command, unique in the process; a child's starts with its parent's.</summary>
    public string GetOrCreateToken()
    {
        lock (_gate)
        {
            return _token ??= Parent is { } parent ? parent.NextChildToken() : Guid.NewGuid().ToString("N");
        }
    }

    public void SetToken(string token)
    {
        lock (_gate)
        {
            if (_token is not null && _token != token)
            {
                throw new InvalidOperationException($"This command already has the token {_token}.");
            }

            _token = token;
        }
    }

    /// <summary>Makes this a part of another command.</summary>
    /// <param name="parent">The command this one is a part of.</param>
    /// <param name="bubbleEvents">Kept for callers' sake: a child's outputs always reach its parent's listeners.</param>
    public void SetParent(KernelCommand? parent, bool bubbleEvents = false)
    {
        if (parent == this)
        {
            throw new ArgumentException("A command cannot be its own parent.", nameof(parent));
        }

        Parent = parent;
    }

    public virtual Task InvokeAsync(KernelInvocationContext context) =>
        Handler is { } handler
            ? handler(this, context)
            : throw new CommandNotSupportedException(GetType(), context.HandlingKernel!);

    /// <summary>Two commands are the same when they are the same object or carry the same token.</summary>
    public bool Equals(KernelCommand? other) =>
        ReferenceEquals(this, other) || (other is not null && _token is { } mine && other._token is { } theirs && mine == theirs);

    public override bool Equals(object? obj) => Equals(obj as KernelCommand);

    public override int GetHashCode() => GetOrCreateToken().GetHashCode(StringComparison.Ordinal);

    private string NextChildToken()
    {
        int number = Interlocked.Increment(ref _childCount);
        return $"{GetOrCreateToken()}.{number}";
    }
}
