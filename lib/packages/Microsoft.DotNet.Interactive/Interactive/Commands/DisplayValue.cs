using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Shows a value that is already formatted.</summary>
public class DisplayValue(FormattedValue formattedValue, string? valueId = null) : KernelCommand
{
    public FormattedValue FormattedValue { get; } = formattedValue;

    public string? ValueId { get; } = valueId;
}
