using Microsoft.CodeAnalysis.CSharp;

namespace RnnNotebooks.Engine;

/// <summary>
/// The compilation that the next cell's code will be put in, made ready while the cell before it runs: to bind a hundred
/// references takes an eighth of what it takes to compile a small cell, and a second core has nothing to do meanwhile.
/// </summary>
internal sealed class NextCompilation
{
    private Ready? _ready;

    /// <summary>Makes one ready for what comes after <paramref name="previous"/>, in the background.</summary>
    public void Prepare(CSharpCompilation previous, Func<CSharpCompilation> create) =>
        _ = Task.Run(() =>
        {
            var next = create();
            _ = next.Assembly; // binds the references
            Volatile.Write(ref _ready, new Ready(previous, next));
        });

    /// <summary>For a question about code after <paramref name="previous"/>; null where none is ready.</summary>
    public CSharpCompilation? Peek(CSharpCompilation previous) =>
        Volatile.Read(ref _ready) is { } ready && ReferenceEquals(ready.Previous, previous) ? ready.Compilation : null;

    /// <summary>For a cell after <paramref name="previous"/>; nobody gets it again, so that no two loaded cells have one name.</summary>
    public CSharpCompilation? Take(CSharpCompilation previous) =>
        Interlocked.Exchange(ref _ready, null) is { } ready && ReferenceEquals(ready.Previous, previous) ? ready.Compilation : null;

    private sealed record Ready(CSharpCompilation Previous, CSharpCompilation Compilation);
}
