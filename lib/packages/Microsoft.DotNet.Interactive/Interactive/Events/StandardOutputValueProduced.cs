using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>Text a cell printed.</summary>
public class StandardOutputValueProduced(
    KernelCommand command,
    IReadOnlyCollection<FormattedValue>? formattedValues = null,
    string? valueId = null)
    : DisplayEvent(null, command, formattedValues, valueId)
{
    public override string ToString() => $"StandardOutputValueProduced: {FormattedValues.FirstOrDefault()?.Value}";
}
