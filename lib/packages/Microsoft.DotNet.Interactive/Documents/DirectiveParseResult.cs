namespace Microsoft.DotNet.Interactive.Documents;

/// <summary>What a host understood of a line such as <c>#!import other.ipynb</c>.</summary>
public class DirectiveParseResult
{
    public string? CommandName { get; set; }

    public IDictionary<string, string> Parameters { get; } = new Dictionary<string, string>();

    public IList<InputField> InputFields { get; } = [];

    public IList<string> Errors { get; } = [];
}
