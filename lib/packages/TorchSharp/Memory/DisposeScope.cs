using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>
/// Owns the tensors made while it is the innermost scope of its thread, and disposes them when it is disposed.
/// <code>using (torch.NewDisposeScope()) { … return loss.MoveToOuterDisposeScope(); }</code>
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager manager;
    private Entry[] owned;
    private int count;

    internal DisposeScope(DisposeScopeManager manager)
    {
        this.manager = manager;
        owned = manager.TakeList();
    }

    /// <summary>How many disposables the scope owns.</summary>
    public int DisposablesCount => count;

    /// <summary>A copy of the list of what the scope owns.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. owned.Take(count).Select(entry => entry.Owned)];

    public bool Contains(IDisposable disposable) => IndexOf(disposable) >= 0;

    /// <summary>Makes this scope the owner, whoever owned it before.</summary>
    public void Attach(IDisposable disposable) => Attach([disposable]);

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var list = disposables.ToList();
        foreach (IDisposable disposable in list)
        {
            if (Contains(disposable)) continue;
            if (disposable is torch.Tensor tensor)
            {
                tensor.OwningScope?.Exclude(tensor);
                manager.Tensors.AttachedToScopeCount++;
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
            if (Exclude(disposable)) LeaveToUser(disposable);
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
        List<IDisposable> kept = [.. DisposablesView.Where(keep.Contains)];
        foreach (IDisposable disposable in kept) Exclude(disposable);
        DisposeEverything();
        foreach (IDisposable disposable in kept) Include(disposable);
    }

    /// <summary>Disposes what the scope owns and stays open.</summary>
    [SkipLocalsInit]
    public unsafe void DisposeEverything()
    {
        // A step leaves a thousand tensors here: their native parts are released together.
        const int Together = 64;
        IntPtr* unused = stackalloc IntPtr[Together];
        int waiting = 0;
        while (count > 0)
        {
            IDisposable last = owned[--count].Owned;
            owned[count] = default;
            if (last is torch.Tensor tensor)
            {
                if (!tensor.IsInvalid) manager.Tensors.DisposedInScopeCount++;
                unused[waiting] = tensor.LeaveScope();
                if (unused[waiting] != IntPtr.Zero) waiting++;
            }
            if (waiting == Together || count == 0 || last is not torch.Tensor)
            {
                Native.rt_release(unused, waiting);
                waiting = 0;
            }
            if (last is not torch.Tensor) last.Dispose();
        }
    }

    /// <summary>Takes an object off the list that was disposed by other means.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Exclude(disposable);

    public void Dispose()
    {
        if (IsClosed) return;
        IsClosed = true;
        DisposeEverything();
        if (!BelongsToThisThread) return; // its thread takes it off its stack of scopes itself
        manager.Remove(this);
        manager.ReturnList(owned);
        owned = [];
    }

    internal bool IsClosed { get; private set; }

    internal bool BelongsToThisThread => manager == DisposeScopeManager.Current;

    internal void Include(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningScope = this;
            tensor.Slot = count;
        }
        if (count == owned.Length) Array.Resize(ref owned, Math.Max(32, 2 * count));
        owned[count++] = new Entry(disposable);
    }

    /// <summary>Takes it off the list; the last one fills its place.</summary>
    internal bool Exclude(IDisposable disposable)
    {
        int index = IndexOf(disposable);
        if (index < 0) return false;
        if (disposable is torch.Tensor tensor) tensor.OwningScope = null;
        Entry last = owned[--count];
        owned[count] = default;
        if (index == count) return true;
        owned[index] = last;
        if (last.Owned is torch.Tensor moved) moved.Slot = index;
        return true;
    }

    private void Move(DisposeScope? to, IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            if (!Exclude(disposable)) continue;
            if (to is not null) to.Include(disposable);
            else LeaveToUser(disposable);
        }
    }

    private void LeaveToUser(IDisposable disposable)
    {
        if (disposable is not torch.Tensor tensor) return;
        manager.Tensors.DetachedFromScopeCount++;
        tensor.TellCollector();
    }

    private int IndexOf(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor) return tensor.OwningScope == this ? tensor.Slot : -1;
        for (int i = 0; i < count; i++)
        {
            if (ReferenceEquals(owned[i].Owned, disposable)) return i;
        }
        return -1;
    }

    /// <summary>In a struct, because storing into an array of interfaces is checked each time.</summary>
    internal readonly record struct Entry(IDisposable Owned);
}
