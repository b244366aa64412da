namespace TorchSharp;

/// <summary>
/// Owns the tensors made while it is the innermost scope of its thread, and disposes them when it is disposed.
/// <code>using (torch.NewDisposeScope()) { … return loss.MoveToOuterDisposeScope(); }</code>
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager manager;
    private IDisposable?[] owned = new IDisposable?[32];
    private int count;
    private bool closed;

    internal DisposeScope(DisposeScopeManager manager) => this.manager = manager;

    /// <summary>How many disposables the scope owns.</summary>
    public int DisposablesCount => count;

    /// <summary>A copy of the list of what the scope owns.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. owned.AsSpan(0, count)!];

    public bool Contains(IDisposable disposable) => IndexOf(disposable) >= 0;

    /// <summary>Makes this scope the owner, whoever owned it before.</summary>
    public void Attach(IDisposable disposable) => Attach([disposable]);

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var list = disposables.ToList();
        foreach (IDisposable disposable in list)
        {
            if (disposable is IScoped scoped)
            {
                if (scoped.Scope == this) continue;
                scoped.Scope?.Exclude(scoped);
                scoped.Statistics(manager).AttachedToScopeCount++;
            }
            else if (Contains(disposable))
            {
                continue;
            }
            Include(disposable);
        }
        return list;
    }

    /// <summary>Gives it up: from now on nobody but its user disposes it.</summary>
    public T Detach<T>(T disposable) where T : IDisposable
    {
        Detach([disposable]);
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        Detach([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        Detach([first, second, third]);
        return (first, second, third);
    }

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            if (Exclude(disposable) && disposable is IScoped scoped) scoped.Statistics(manager).DetachedFromScopeCount++;
        }
    }

    /// <summary>Makes the scope around this one the owner; with none around it, nobody owns it.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable
    {
        Move(manager.OuterOf(this), [disposable]);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        Move(manager.OuterOf(this), [first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        Move(manager.OuterOf(this), [first, second, third]);
        return (first, second, third);
    }

    public void MoveToOuter(params IDisposable[] disposables) => Move(manager.OuterOf(this), disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => Move(manager.OuterOf(this), disposables);

    public T MoveToOther<T>(DisposeScope scope, T disposable) where T : IDisposable
    {
        Move(scope, [disposable]);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope scope, T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable
    {
        Move(scope, [first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        Move(scope, [first, second, third]);
        return (first, second, third);
    }

    public void MoveToOther(DisposeScope scope, params IDisposable[] disposables) => Move(scope, disposables);

    public void MoveToOther(DisposeScope scope, IEnumerable<IDisposable> disposables) => Move(scope, disposables);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        HashSet<IDisposable> keep = new(inKeep, ReferenceEqualityComparer.Instance);
        foreach (IDisposable disposable in DisposablesView)
        {
            if (!keep.Contains(disposable)) DisposeOne(disposable);
        }
    }

    /// <summary>Disposes what the scope owns and stays open.</summary>
    public void DisposeEverything()
    {
        while (count > 0) DisposeOne(owned[count - 1]!);
    }

    /// <summary>Takes an object off the list that was disposed by other means.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Exclude(disposable);

    public void Dispose()
    {
        if (closed) return;
        closed = true;
        DisposeEverything();
        manager.Remove(this);
    }

    internal void Include(IDisposable disposable)
    {
        if (disposable is IScoped scoped)
        {
            scoped.Scope = this;
            scoped.Slot = count;
        }
        Append(disposable);
    }

    /// <summary>The same for a tensor, without asking what it is: every operator comes through here.</summary>
    internal void Include(torch.Tensor tensor)
    {
        tensor.OwningScope = this;
        tensor.Slot = count;
        Append(tensor);
    }

    private void Append(IDisposable disposable)
    {
        if (count == owned.Length) Array.Resize(ref owned, 2 * count);
        owned[count++] = disposable;
    }

    /// <summary>Takes it off the list; the last one fills its place.</summary>
    internal bool Exclude(IDisposable disposable)
    {
        int index = IndexOf(disposable);
        if (index < 0) return false;
        if (disposable is IScoped scoped) scoped.Scope = null;
        IDisposable? last = owned[--count];
        owned[count] = null;
        if (index == count) return true;
        owned[index] = last;
        if (last is IScoped moved) moved.Slot = index;
        return true;
    }

    private void DisposeOne(IDisposable disposable)
    {
        disposable.Dispose();
        if (disposable is not torch.Tensor) Exclude(disposable); // a tensor leaves by itself, others do not know about scopes
    }

    private void Move(DisposeScope? to, IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            if (!Exclude(disposable)) continue;
            if (to is not null) to.Include(disposable);
            else if (disposable is IScoped scoped) scoped.Statistics(manager).DetachedFromScopeCount++;
        }
    }

    private int IndexOf(IDisposable disposable)
    {
        if (disposable is IScoped scoped) return scoped.Scope == this ? scoped.Slot : -1;
        for (int i = 0; i < count; i++)
        {
            if (ReferenceEquals(owned[i], disposable)) return i;
        }
        return -1;
    }
}
