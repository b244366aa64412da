using Microsoft.DotNet.Interactive.Events;

namespace RnnNotebooks.Engine;

/// <summary>Proposals, and the stretch of the cell that they replace.</summary>
internal sealed record CompletionList(IReadOnlyList<CompletionItem> Items, int Start, int End)
{
    public static CompletionList None(int position) => new([], position, position);
}
