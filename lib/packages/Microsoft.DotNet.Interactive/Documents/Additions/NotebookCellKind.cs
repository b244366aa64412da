namespace RnnNotebooks.Documents;

/// <summary>What a cell holds.</summary>
public enum NotebookCellKind
{
    Code,
    Markdown,
    Raw,
}
