namespace Microsoft.DotNet.Interactive.Events;

/// <summary>One proposal of a completion list.</summary>
public class CompletionItem(
    string displayText,
    string kind,
    string? filterText = null,
    string? sortText = null,
    string? insertText = null,
    InsertTextFormat? insertTextFormat = null,
    string? documentation = null)
{
    public string DisplayText { get; } = displayText;

    /// <summary>Method, Property, Class, Keyword and so on.</summary>
    public string Kind { get; } = kind;

    public string FilterText { get; } = filterText ?? displayText;

    public string SortText { get; } = sortText ?? displayText;

    public string InsertText { get; } = insertText ?? displayText;

    public InsertTextFormat? InsertTextFormat { get; } = insertTextFormat;

    public string? Documentation { get; set; } = documentation;

    public override string ToString() => DisplayText;
}
