using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>The proposals, and the text that they replace.</summary>
public class CompletionsProduced(
    IReadOnlyCollection<CompletionItem> completions,
    RequestCompletions command,
    LinePositionSpan? linePositionSpan = null)
    : KernelEvent(command)
{
    public IEnumerable<CompletionItem> Completions { get; } = completions;

    public LinePositionSpan? LinePositionSpan { get; } = linePositionSpan;
}
