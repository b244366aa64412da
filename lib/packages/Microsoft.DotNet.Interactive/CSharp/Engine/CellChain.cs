using Microsoft.CodeAnalysis.CSharp;

namespace RnnNotebooks.Engine;

/// <summary>Where a cell's code is to run: after which cell, and at which place among the states of all.</summary>
internal sealed record CellPlace(CSharpCompilation Previous, int Slot);

/// <summary>
/// The cells that declared something, each compiled on the one before it, and the objects that hold what they declared. A cell joins
/// before its first statement runs, so that the cells which it sends see it and come after it. A cell that declares nothing never
/// joins: nobody can refer to it, and every name is looked up cell by cell.
/// </summary>
internal sealed class CellChain(CSharpCompilation first)
{
    private readonly Lock _gate = new();
    private CSharpCompilation _last = first;
    private object?[] _states = new object?[64]; // the first is Roslyn's host object, which we have none of
    private int _count = 1;

    /// <summary>The place of the next cell.</summary>
    public CellPlace End
    {
        get
        {
            lock (_gate)
            {
                return new CellPlace(_last, _count);
            }
        }
    }

    /// <summary>Joins a cell that was compiled for the place at the end.</summary>
    public void Add(CompiledCell cell)
    {
        lock (_gate)
        {
            _last = cell.Compilation!;
            _count += cell.Entry is null ? 0 : 1;
            if (_count == _states.Length)
            {
                Array.Resize(ref _states, _states.Length * 2);
            }
        }
    }

    /// <summary>Takes a cell out again that was stopped before its first statement, unless something is built on it already.</summary>
    public bool TryRemoveUnrun(CompiledCell cell)
    {
        var (previous, slot) = cell.Place!;
        lock (_gate)
        {
            if (cell.Entry is null || _states[slot] is not null || !ReferenceEquals(_last, cell.Compilation))
            {
                return false;
            }

            (_last, _count) = (previous, slot);
            return true;
        }
    }

    /// <summary>Runs a cell's statements up to its first await.</summary>
    public Task<object?> Run(CompiledCell cell)
    {
        int slot = cell.Place!.Slot;
        object?[] states;
        lock (_gate)
        {
            states = cell.Declares ? _states : [.. _states[..slot], null]; // its place may be another's by now
        }

        try
        {
            return cell.Entry!(states);
        }
        finally
        {
            lock (_gate)
            {
                if (cell.Declares)
                {
                    _states[slot] ??= states[slot]; // the array may have grown since
                }
            }
        }
    }

    /// <summary>The states, the newest first.</summary>
    public IReadOnlyList<object> States()
    {
        lock (_gate)
        {
            return [.. _states[1.._count].OfType<object>().Reverse()];
        }
    }
}
