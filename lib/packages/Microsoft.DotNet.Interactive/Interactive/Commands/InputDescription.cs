namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>One of several inputs asked for together.</summary>
public class InputDescription(string name, string? prompt = null)
{
    public string Name { get; } = name;

    public string Prompt { get; } = prompt ?? name;

    public string? SaveAs { get; set; }

    public string TypeHint { get; set; } = "text";

    public string GetPropertyNameForJsonSerialization() => Name;
}
