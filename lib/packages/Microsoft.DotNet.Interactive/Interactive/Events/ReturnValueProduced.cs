using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>The value of a cell's trailing expression.</summary>
public class ReturnValueProduced(
    object? value,
    KernelCommand command,
    IReadOnlyCollection<FormattedValue>? formattedValues = null,
    string? valueId = null)
    : DisplayEvent(value, command, formattedValues, valueId);
