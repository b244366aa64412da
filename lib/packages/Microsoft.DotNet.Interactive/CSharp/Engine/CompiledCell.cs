using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>A cell that is compiled and loaded, or the errors that it has.</summary>
internal sealed record CompiledCell
{
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    public Exception? Error { get; init; }

    public CSharpCompilation? Compilation { get; init; }

    /// <summary>Where it was compiled to run.</summary>
    public CellPlace? Place { get; init; }

    /// <summary>Whether a later cell may refer to anything of it.</summary>
    public bool Declares { get; init; }

    /// <summary>Runs the cell's statements on the array of all cells' states; null where there is nothing to run.</summary>
    public Func<object?[], Task<object?>>? Entry { get; init; }

    /// <summary>Whether the cell ends in an expression whose value is to be shown.</summary>
    public bool HasResult { get; init; }
}
