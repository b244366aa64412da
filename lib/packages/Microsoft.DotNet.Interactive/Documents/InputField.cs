namespace Microsoft.DotNet.Interactive.Documents;

/// <summary>A value that a magic command asks for.</summary>
public class InputField(string valueName, string? typeHint = "text", string? prompt = null)
{
    public string ValueName { get; set; } = valueName;

    public string TypeHint { get; set; } = typeHint ?? "text";

    public string Prompt { get; } = prompt ?? valueName;
}
