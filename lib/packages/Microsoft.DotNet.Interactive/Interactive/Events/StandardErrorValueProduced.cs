using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>Text a cell printed on its error stream.</summary>
public class StandardErrorValueProduced(
    KernelCommand command,
    IReadOnlyCollection<FormattedValue>? formattedValues = null,
    string? valueId = null)
    : DisplayEvent(null, command, formattedValues, valueId)
{
    public override string ToString() => $"StandardErrorValueProduced: {FormattedValues.FirstOrDefault()?.Value}";
}
