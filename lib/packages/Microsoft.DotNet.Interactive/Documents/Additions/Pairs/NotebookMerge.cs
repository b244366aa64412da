using System.Text.Json.Nodes;

namespace RnnNotebooks.Documents;

/// <summary>
/// Gives a notebook new cells and keeps what it can: a cell whose text is the same keeps its id, metadata and outputs; one
/// whose text changed keeps its id and metadata; cells without text, which .dib does not know, stay.
/// </summary>
internal static class NotebookMerge
{
    public static void Apply(NotebookFile notebook, IReadOnlyList<PlainCell> cells)
    {
        List<(NotebookCell Cell, PlainCell Plain)> old = [.. notebook.Cells
            .Select(cell => (cell, PlainCell.Of(cell, notebook.Kernels)))
            .Where(pair => pair.Item2.Contents.Length > 0)];
        int[,] common = CommonLengths([.. old.Select(pair => pair.Plain)], cells);
        int place = 0;
        int i = 0;
        int j = 0;
        while (i < old.Count || j < cells.Count)
        {
            if (i < old.Count && j < cells.Count && old[i].Plain == cells[j])
            {
                place = old[i++].Cell.Index + 1;
                j++;
            }
            else if (i < old.Count && j < cells.Count && common[i + 1, j + 1] == common[i, j] && old[i].Plain.Kind == cells[j].Kind)
            {
                Rewrite(old[i].Cell, cells[j], notebook);
                place = old[i++].Cell.Index + 1;
                j++;
            }
            else if (j == cells.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                notebook.Remove(old[i++].Cell);
            }
            else
            {
                NotebookCell added = notebook.Insert(place++, cells[j].Kind, cells[j].Contents);
                SetKernel(added, cells[j++], notebook);
            }
        }
    }

    private static void Rewrite(NotebookCell cell, PlainCell to, NotebookFile notebook)
    {
        cell.Source = to.Contents;
        cell.ClearOutputs();
        SetKernel(cell, to, notebook);
    }

    private static void SetKernel(NotebookCell cell, PlainCell to, NotebookFile notebook)
    {
        if (cell.Kind == NotebookCellKind.Code && PlainCell.Of(cell, notebook.Kernels).Kernel != to.Kernel)
        {
            JsonObject metadata = cell.Metadata;
            JupyterFormat.SetKernel(metadata, to.Kernel);
            cell.SetMetadata(metadata);
        }
    }

    // common[i, j]: the most cells that old from i on and new from j on have in common, in order.
    private static int[,] CommonLengths(PlainCell[] old, IReadOnlyList<PlainCell> cells)
    {
        int[,] common = new int[old.Length + 1, cells.Count + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = cells.Count - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == cells[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
