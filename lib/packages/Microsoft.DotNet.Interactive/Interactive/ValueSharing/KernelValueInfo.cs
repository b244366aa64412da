using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.ValueSharing;

/// <summary>A variable's name and type, and a short view of its value.</summary>
public class KernelValueInfo(string name, FormattedValue formattedValue, Type? type = null, string? typeName = null)
{
    public string Name { get; } = name;

    public Type? Type { get; } = type;

    public string? TypeName { get; set; } = typeName ?? type?.ToString();

    public FormattedValue FormattedValue { get; } = formattedValue;

    public IReadOnlyCollection<string> PreferredMimeTypes { get; set; } = [];

    public override string ToString() => Name;
}
