using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Gives a kernel a variable: the object itself, or a formatted value where only that could travel.</summary>
public class SendValue(string name, object? value, FormattedValue? formattedValue = null, string? targetKernelName = null)
    : KernelCommand(targetKernelName)
{
    public string Name { get; } = name;

    public object? Value { get; } = value;

    public FormattedValue? FormattedValue { get; } = formattedValue;
}
