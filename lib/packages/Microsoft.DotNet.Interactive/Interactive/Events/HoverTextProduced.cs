using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>Signature and documentation of what stands at the position.</summary>
public class HoverTextProduced(
    RequestHoverText command,
    IReadOnlyCollection<FormattedValue> content,
    LinePositionSpan? linePositionSpan = null)
    : KernelEvent(command)
{
    public IReadOnlyCollection<FormattedValue> Content { get; } = content;

    public LinePositionSpan? LinePositionSpan { get; } = linePositionSpan;
}
