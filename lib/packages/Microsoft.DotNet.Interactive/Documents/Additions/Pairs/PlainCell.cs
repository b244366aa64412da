namespace RnnNotebooks.Documents;

/// <summary>What both formats hold of a cell: its kernel, and its text without empty lines before and after.</summary>
internal sealed record PlainCell(string Kernel, string Contents)
{
    public NotebookCellKind Kind => Kernel switch
    {
        "markdown" => NotebookCellKind.Markdown,
        "raw" => NotebookCellKind.Raw,
        _ => NotebookCellKind.Code,
    };

    public static PlainCell Of(NotebookCell cell, KernelNames names)
    {
        (string kernel, string contents) = JupyterFormat.Retarget(cell, names);
        return new PlainCell(kernel, DibFormat.Trim(contents));
    }
}
