using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>One parameter of an overload.</summary>
public class ParameterInformation(string label, FormattedValue documentation)
{
    public string Label { get; } = label;

    public FormattedValue Documentation { get; } = documentation;
}
