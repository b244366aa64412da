using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>An output: a value, and what it looks like as each mime type.</summary>
public abstract class DisplayEvent(
    object? value,
    KernelCommand command,
    IReadOnlyCollection<FormattedValue>? formattedValues = null,
    string? valueId = null)
    : KernelEvent(command)
{
    public object? Value { get; } = value;

    public IReadOnlyCollection<FormattedValue> FormattedValues { get; } = formattedValues ?? [];

    /// <summary>Names the output so that it can be updated in place.</summary>
    public string? ValueId { get; } = valueId;
}
