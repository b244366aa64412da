namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Text that is JSON already.</summary>
public class JsonString(string json)
{
    internal string Json { get; } = json;

    public override string ToString() => Json;
}
