using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>One overload of a call.</summary>
public class SignatureInformation(string label, FormattedValue documentation, IReadOnlyList<ParameterInformation> parameters)
{
    public string Label { get; } = label;

    public FormattedValue Documentation { get; } = documentation;

    public IReadOnlyList<ParameterInformation> Parameters { get; } = parameters;
}
