using System.Text.Json.Nodes;

namespace RnnNotebooks.Documents;

/// <summary>Makes the notebook that students open from the teacher's, which holds the answers.</summary>
public static class StudentNotebook
{
    /// <summary>Cells with this tag are the teacher's alone.</summary>
    public const string TeacherTag = "teacher-only";

    // Written by whoever runs a notebook: when each cell ran. Outputs and times of the teacher's run are not the student's.
    private const string ExecutionTimes = "execution";

    /// <summary>
    /// Makes the student's version of <paramref name="solution"/> for <paramref name="path"/>. Where the student's version there has
    /// the same code so far, its outputs are kept: they were made without the answers.
    /// </summary>
    /// <returns>The notebook, not saved yet.</returns>
    /// <exception cref="NotebookException">A solution's delimiters do not pair up, or a file cannot be read.</exception>
    public static NotebookFile Make(string solution, string path, bool keepOutputs = true)
    {
        NotebookFile notebook = NotebookFile.Load(solution);
        string name = Path.GetFileName(solution);
        foreach (NotebookCell cell in notebook.Cells.ToArray())
        {
            int number = cell.Index + 1;
            try
            {
                Strip(notebook, cell, NotebookConversion.FolderOf(solution), NotebookConversion.FolderOf(path));
            }
            catch (FormatException e)
            {
                throw new NotebookException($"{name}: cell {number} has {e.Message}.", e);
            }
        }

        if (keepOutputs && File.Exists(path))
        {
            KeepOutputs(NotebookFile.Load(path), notebook);
        }

        return notebook;
    }

    /// <summary>True when the student's version at <paramref name="path"/> has the cells that <paramref name="solution"/> gives; outputs do not count.</summary>
    /// <exception cref="NotebookException">A solution's delimiters do not pair up, or a file cannot be read.</exception>
    public static bool IsCurrent(string solution, string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        IEnumerable<(NotebookCellKind, string?, string)> made = Make(solution, path, keepOutputs: false).Cells.Select(Identity);
        return made.SequenceEqual(NotebookFile.Load(path).Cells.Select(Identity));
    }

    private static (NotebookCellKind Kind, string? Id, string Source) Identity(NotebookCell cell) => (cell.Kind, cell.Id, cell.Source);

    private static void Strip(NotebookFile notebook, NotebookCell cell, string fromFolder, string toFolder)
    {
        if (cell.Tags.Contains(TeacherTag))
        {
            notebook.Remove(cell);
            return;
        }

        JsonObject metadata = cell.Metadata;
        JsonObject? nbgrader = metadata["nbgrader"] as JsonObject;
        bool wholeCell = IsTrue(nbgrader?["solution"]) && !IsTrue(nbgrader?["task"]) && !SolutionRegions.HasSolution(cell.Source);
        string stub = cell.Kind == NotebookCellKind.Markdown ? SolutionRegions.TextStub : SolutionRegions.CodeStub;
        string stripped = wholeCell ? stub : SolutionRegions.Strip(cell.Source, cell.Kind);
        if (stripped != cell.Source && string.IsNullOrWhiteSpace(stripped) && nbgrader is null)
        {
            notebook.Remove(cell);
            return;
        }

        if (stripped != cell.Source && !stripped.Contains("attachment:", StringComparison.Ordinal))
        {
            cell.RemoveAttachments();
        }

        cell.Source = RelativePaths.Rebase(stripped, cell.KernelName, fromFolder, toFolder, siblingsMove: true);
        cell.ClearOutputs();
        if (metadata.Remove(ExecutionTimes))
        {
            cell.SetMetadata(metadata);
        }
    }

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) && flag;

    // An output depends on all code before it: from the first change on, nothing is kept.
    private static void KeepOutputs(NotebookFile from, NotebookFile to)
    {
        foreach ((NotebookCell old, NotebookCell cell) in CodeCells(from).Zip(CodeCells(to)))
        {
            if (old.Source != cell.Source || old.KernelName != cell.KernelName)
            {
                return;
            }

            cell.SetOutputs(old.Outputs);
            cell.ExecutionCount = old.ExecutionCount;
        }
    }

    private static IEnumerable<NotebookCell> CodeCells(NotebookFile notebook) => notebook.Cells.Where(cell => cell.Kind == NotebookCellKind.Code);
}
