using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnNotebooks.Engine;

/// <summary>
/// Adds to a cell's code what keeps the notebook alive: a check in loops, which an interrupt ends, and one in each function that
/// may call itself. No line break is added, so the lines in stack traces stay true.
/// </summary>
internal static class CellGuards
{
    public static SyntaxTree Add(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        if (root.ContainsDiagnostics)
        {
            return tree; // it will not compile, and is to be reported as it was written
        }

        var changes = LoopGuards.Changes(root).Concat(RecursionGuard.Changes(root)).OrderBy(change => change.Span.Start).ToArray();
        return changes.Length == 0
            ? tree
            : CSharpSyntaxTree.ParseText(tree.GetText().WithChanges(changes), (CSharpParseOptions)tree.Options, tree.FilePath);
    }
}
