using Microsoft.DotNet.Interactive.Documents;
using RnnNotebooks.Documents;

namespace Documents.Tests;

public sealed class NotebookPairsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private NotebookPairs Pairs => new(folder.Path, folder["dib"]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_twin_is_written_and_then_both_are_equal()
    {
        folder.WriteNotebook("a.ipynb", "m:# A", "c:1 + 1");

        Assert.Equal(SyncState.DibStale, Pairs.Sync("a"));

        Assert.Equal(SyncState.Equal, Pairs.Compare("a"));
        Assert.Equal(["# A", "1 + 1"], CodeSubmission.Parse(File.ReadAllText(folder["dib/a.dib"])).Elements.Select(element => element.Contents));
    }

    [Fact]
    public void A_dib_file_alone_becomes_a_notebook()
    {
        folder.Write("dib/b.dib", "#!markdown\n# B\n#!csharp\n#load \"../setup.csx\"\n");

        Assert.Equal(["b"], Pairs.Names);
        Assert.Equal(SyncState.NotebookStale, Pairs.Sync("b"));

        Assert.Equal(["# B", "#load \"setup.csx\""], NotebookFile.Load(folder["b.ipynb"]).Cells.Select(cell => cell.Source));
        Assert.Equal(SyncState.Equal, Pairs.Compare("b"));
    }

    [Fact]
    public void The_one_that_changed_since_they_were_equal_wins_whatever_the_clock_says()
    {
        folder.WriteNotebook("a.ipynb", "c:1");
        Pairs.Sync("a");
        folder.Write("dib/a.dib", File.ReadAllText(folder["dib/a.dib"]).Replace("\n1\n", "\n2\n", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(folder["dib/a.dib"], DateTime.UnixEpoch);

        Assert.Equal(SyncState.NotebookStale, Pairs.Sync("a"));

        Assert.Equal("2", NotebookFile.Load(folder["a.ipynb"]).Cells[0].Source);
    }

    [Fact]
    public void Without_a_record_the_newer_file_wins()
    {
        folder.WriteNotebook("a.ipynb", "c:1");
        folder.Write("dib/a.dib", "#!csharp\n2\n");
        File.SetLastWriteTimeUtc(folder["a.ipynb"], DateTime.UnixEpoch);

        Assert.Equal(SyncState.NotebookStale, Pairs.Sync("a"));
        Assert.Equal("2", NotebookFile.Load(folder["a.ipynb"]).Cells[0].Source);
    }

    [Fact]
    public void Two_changes_are_a_conflict_that_touches_neither_file()
    {
        folder.WriteNotebook("a.ipynb", "c:1");
        Pairs.Sync("a");
        string notebook = TemporaryFolder.Json("c:2");
        File.WriteAllText(folder["a.ipynb"], notebook);
        File.WriteAllText(folder["dib/a.dib"], "#!csharp\n3\n");

        Assert.Equal(SyncState.Conflict, Pairs.Sync("a"));

        Assert.Equal(notebook, File.ReadAllText(folder["a.ipynb"]));
        Assert.Equal("#!csharp\n3\n", File.ReadAllText(folder["dib/a.dib"]));
    }

    [Fact]
    public void Files_of_the_same_time_and_no_record_are_a_conflict()
    {
        folder.WriteNotebook("a.ipynb", "c:1");
        folder.Write("dib/a.dib", "#!csharp\n2\n");
        File.SetLastWriteTimeUtc(folder["a.ipynb"], DateTime.UnixEpoch);
        File.SetLastWriteTimeUtc(folder["dib/a.dib"], DateTime.UnixEpoch);

        Assert.Equal(SyncState.Conflict, Pairs.Compare("a"));
    }

    [Fact]
    public void Outputs_and_ids_of_cells_that_stay_the_same_survive_a_change_from_the_dib_file()
    {
        folder.WriteNotebook("a.ipynb", "c:one", "c:", "c:two", "m:three", "c:four");
        Pairs.Sync("a");
        folder.Write("dib/a.dib", "#!csharp\none\n#!csharp\nnew\n#!csharp\n2\n#!fsharp\nfour\n#!markdown\nlast");

        Pairs.Sync("a");

        NotebookFile notebook = NotebookFile.Load(folder["a.ipynb"]);
        Assert.Equal(["one", "", "new", "2", "four", "last"], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal(["c0", "c1"], notebook.Cells.Take(2).Select(cell => cell.Id));
        Assert.Single(notebook.Cells[0].Outputs);
        Assert.Empty(notebook.Cells[3].Outputs);
        Assert.Equal("fsharp", notebook.Cells[4].KernelName);
        Assert.Equal(6, notebook.Cells.Select(cell => cell.Id).Distinct().Count());
        Assert.Equal(SyncState.Equal, Pairs.Compare("a"));
    }

    [Fact]
    public void Any_change_of_a_dib_file_arrives_in_the_notebook()
    {
        Random random = new(11);
        string[] cells = ["c:1", "c:2", "m:text", "c:3\n4", "m:# x", "c:5"];
        for (int round = 0; round < 100; round++)
        {
            string[] Pick() => [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => cells[random.Next(cells.Length)])];
            string[] after = Pick();
            NotebookFile notebook = NotebookFile.Parse(TemporaryFolder.Json(Pick()));

            NotebookMerge.Apply(notebook, [.. after.Select(cell => new PlainCell(cell[0] == 'm' ? "markdown" : "csharp", cell[2..]))]);

            NotebookFile read = NotebookFile.Parse(notebook.ToJson());
            Assert.Equal(after.Select(cell => cell[2..]), read.Cells.Select(cell => cell.Source));
            Assert.Equal(after.Select(cell => cell[0] == 'm'), read.Cells.Select(cell => cell.Kind == NotebookCellKind.Markdown));
            Assert.Equal(after.Length, read.Cells.Select(cell => cell.Id).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("csharp", "#load \"setup.csx\"", "#load \"../setup.csx\"")]
    [InlineData("csharp", "#r \"../artifacts/A.dll\"", "#r \"../../artifacts/A.dll\"")]
    [InlineData("csharp", "#r \"nuget:A/B,1.0\"\n#r \"System.Xml\"\nvar s = \"../x\";", "#r \"nuget:A/B,1.0\"\n#r \"System.Xml\"\nvar s = \"../x\";")]
    [InlineData("csharp", "#!import other.ipynb", "#!import ../other.ipynb")]
    [InlineData("markdown", "![x](../images/x.svg) [y](02.ipynb#part) [z](https://a/b) [t](#top)", "![x](../../images/x.svg) [y](../02.ipynb#part) [z](https://a/b) [t](#top)")]
    [InlineData("markdown", "<img src=\"../images/x.svg\">", "<img src=\"../../images/x.svg\">")]
    public void Relative_paths_lead_to_the_same_files_from_the_other_folder(string kernel, string notebook, string dib)
    {
        Assert.Equal(dib, RelativePaths.Rebase(notebook, kernel, folder.Path, folder["dib"]));
        Assert.Equal(notebook, RelativePaths.Rebase(dib, kernel, folder["dib"], folder.Path));
    }

    [Fact]
    public void Converting_there_and_back_keeps_the_cells()
    {
        folder.WriteNotebook("a.ipynb", "m:# A\n\ntext", "c:1 + 1\n\nx");

        NotebookConversion.Convert(folder["a.ipynb"], folder["a.dib"]);
        NotebookConversion.Convert(folder["a.dib"], folder["b.ipynb"]);

        NotebookFile back = NotebookFile.Load(folder["b.ipynb"]);
        Assert.Equal(["# A\n\ntext", "1 + 1\n\nx"], back.Cells.Select(cell => cell.Source));
        Assert.Equal(["markdown", "csharp"], back.Cells.Select(cell => cell.KernelName));
    }

    [Fact]
    public void A_notebook_that_a_dib_file_cannot_hold_is_named_and_nothing_is_written()
    {
        folder.WriteNotebook("a.ipynb", "c:x\n#!markdown\ny");

        NotebookException e = Assert.Throws<NotebookException>(() => NotebookConversion.Convert(folder["a.ipynb"], folder["a.dib"]));

        Assert.Equal("a.ipynb: Cell 1 has the line #!markdown, which begins a new cell in a .dib file; change that line, or keep the notebook as .ipynb.", e.Message);
        Assert.False(File.Exists(folder["a.dib"]));
    }
}
