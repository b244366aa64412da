namespace Microsoft.DotNet.Interactive.Documents;

/// <summary>Printed text.</summary>
public class TextElement(string text, string? name = "stdout") : InteractiveDocumentOutputElement
{
    public string Text { get; } = text;

    /// <summary><c>stdout</c> or <c>stderr</c>.</summary>
    public string Name { get; } = name ?? "stdout";
}
