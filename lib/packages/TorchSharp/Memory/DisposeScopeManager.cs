namespace TorchSharp;

/// <summary>The dispose scopes of the current thread, innermost last, and their statistics.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? current;

    private readonly List<DisposeScope> scopes = [];
    private DisposeScope.Entry[]? spare;

    internal static DisposeScopeManager Current => current ??= new DisposeScopeManager();

    internal LifetimeStatistics Tensors { get; } = new();

    internal LifetimeStatistics PackedSequences { get; } = new();

    /// <summary>Counts of tensors and packed sequences that this thread made, moved and disposed.</summary>
    public static ThreadDisposeScopeStatistics Statistics { get; } = new();

    /// <summary>The innermost open scope. One that another thread closed, after an await for instance, is still listed.</summary>
    internal DisposeScope? Innermost
    {
        get
        {
            while (scopes.Count > 0)
            {
                DisposeScope last = scopes[^1];
                if (!last.IsClosed) return last;
                scopes.RemoveAt(scopes.Count - 1);
            }
            return null;
        }
    }

    internal static DisposeScope NewDisposeScope()
    {
        DisposeScopeManager manager = Current;
        var scope = new DisposeScope(manager);
        manager.scopes.Add(scope);
        return scope;
    }

    /// <summary>Lists a new tensor with its scope, if it has one.</summary>
    internal void Register(torch.Tensor created, DisposeScope? scope)
    {
        if (scope is null)
        {
            Tensors.CreatedOutsideScopeCount++;
            return;
        }
        Tensors.CreatedInScopeCount++;
        scope.Include(created);
    }

    /// <summary>
    /// Takes a tensor that is being disposed off its scope's list. A scope belongs to its thread: what another thread disposes stays
    /// listed, and the scope finds it disposed.
    /// </summary>
    internal static void MarkDisposed(torch.Tensor disposed)
    {
        DisposeScopeManager manager = Current;
        if (disposed.OwningScope is not { } scope)
        {
            manager.Tensors.DisposedOutsideScopeCount++;
            return;
        }
        if (scope.BelongsToThisThread) scope.Exclude(disposed);
        manager.Tensors.DisposedInScopeCount++;
    }

    internal void Remove(DisposeScope scope) => scopes.Remove(scope);

    /// <summary>An empty list for a scope: that of the one before, so that a training loop does not grow one each step.</summary>
    internal DisposeScope.Entry[] TakeList()
    {
        DisposeScope.Entry[] list = spare ?? new DisposeScope.Entry[32];
        spare = null;
        return list;
    }

    internal void ReturnList(DisposeScope.Entry[] list) => spare = list;

    internal DisposeScope? OuterOf(DisposeScope scope)
    {
        int index = scopes.LastIndexOf(scope);
        return index > 0 ? scopes[index - 1] : null;
    }
}
