using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>Something to show now.</summary>
public class DisplayedValueProduced(
    object? value,
    KernelCommand command,
    IReadOnlyCollection<FormattedValue>? formattedValues = null,
    string? valueId = null)
    : DisplayEvent(value, command, formattedValues, valueId);
