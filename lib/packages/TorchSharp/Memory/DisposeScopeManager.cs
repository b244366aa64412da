namespace TorchSharp;

/// <summary>What a dispose scope needs to know about an object it owns: where it is listed.</summary>
internal interface IScoped : IDisposable
{
    DisposeScope? Scope { get; set; }

    int Slot { get; set; }

    LifetimeStatistics Statistics(DisposeScopeManager manager);
}

/// <summary>The dispose scopes of the current thread, innermost last, and their statistics.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? current;

    private readonly List<DisposeScope> scopes = [];

    internal static DisposeScopeManager Current => current ??= new DisposeScopeManager();

    internal LifetimeStatistics Tensors { get; } = new();

    internal LifetimeStatistics PackedSequences { get; } = new();

    /// <summary>Counts of tensors and packed sequences that this thread made, moved and disposed.</summary>
    public static ThreadDisposeScopeStatistics Statistics { get; } = new();

    internal bool HasScope => scopes.Count > 0;

    internal DisposeScope? Innermost => scopes.Count > 0 ? scopes[^1] : null;

    internal static DisposeScope NewDisposeScope()
    {
        DisposeScopeManager manager = Current;
        var scope = new DisposeScope(manager);
        manager.scopes.Add(scope);
        return scope;
    }

    /// <summary>Lists a new object with the innermost scope, if there is one.</summary>
    internal DisposeScope? Register(IScoped created)
    {
        LifetimeStatistics statistics = created.Statistics(this);
        if (scopes.Count == 0)
        {
            statistics.CreatedOutsideScopeCount++;
            return null;
        }
        statistics.CreatedInScopeCount++;
        DisposeScope scope = scopes[^1];
        scope.Include(created);
        return scope;
    }

    internal void RegisterTensor(torch.Tensor created)
    {
        if (scopes.Count == 0)
        {
            Tensors.CreatedOutsideScopeCount++;
            return;
        }
        Tensors.CreatedInScopeCount++;
        scopes[^1].Include(created);
    }

    /// <summary>Takes an object that is being disposed off its scope's list.</summary>
    internal static void MarkDisposed(IScoped disposable)
    {
        LifetimeStatistics statistics = disposable.Statistics(Current);
        if (disposable.Scope is { } scope)
        {
            scope.Exclude(disposable);
            statistics.DisposedInScopeCount++;
        }
        else
        {
            statistics.DisposedOutsideScopeCount++;
        }
    }

    internal void Remove(DisposeScope scope) => scopes.Remove(scope);

    internal DisposeScope? OuterOf(DisposeScope scope)
    {
        int index = scopes.LastIndexOf(scope);
        return index > 0 ? scopes[index - 1] : null;
    }
}
