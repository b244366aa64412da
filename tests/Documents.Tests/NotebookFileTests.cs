using System.Text.Json.Nodes;
using RnnNotebooks.Documents;

namespace Documents.Tests;

public sealed class NotebookFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("notebooks");

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<string> Fixtures => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*.ipynb").Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void An_unrun_notebook_is_written_as_it_was_read(string fixture)
    {
        string text = File.ReadAllText(Fixture(fixture));

        Assert.Equal(text, NotebookFile.Parse(text).ToJson());
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void An_unrun_notebook_saves_the_same_bytes(string fixture)
    {
        NotebookFile notebook = NotebookFile.Load(Fixture(fixture));
        string copy = Path.Combine(folder.FullName, "copy.ipynb");

        notebook.Save(copy);

        Assert.Equal(File.ReadAllBytes(Fixture(fixture)), File.ReadAllBytes(copy));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Setting_what_is_there_already_changes_no_byte(string fixture)
    {
        NotebookFile notebook = NotebookFile.Load(Fixture(fixture));

        foreach (NotebookCell cell in notebook.Cells)
        {
            cell.Source = cell.Source;
            cell.SetMetadata(cell.Metadata);
            cell.ExecutionCount = cell.ExecutionCount;
        }

        notebook.SetMetadata(notebook.Metadata);

        Assert.False(notebook.IsChanged);
        Assert.Equal(File.ReadAllText(Fixture(fixture)), notebook.ToJson());
    }

    [Fact]
    public void Every_way_of_writing_a_notebook_is_kept()
    {
        string[] texts =
        [
            """{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}""",
            "{ \"nbformat\" : 4 ,\r\n\t\"cells\" : [ ] , \"x\" : [1.0, 1e5, -0, 12345678901234567890123] }\r\n",
            "\uFEFF{\"nbformat\": 4, \"cells\": [], \"é\": \"\\u00e9\\/\\ud83d\\ude00\"}\n\n",
            """{"nbformat":4,"cells":[{"cell_type":"raw","source":"a","source":"b","metadata":{}}]}""",
        ];

        Assert.All(texts, text => Assert.Equal(text, NotebookFile.Parse(text).ToJson()));
    }

    [Fact]
    public void Running_a_cell_changes_its_outputs_and_count_and_nothing_else()
    {
        NotebookFile notebook = NotebookFile.Load(Fixture("unrun.ipynb"));
        NotebookCell cell = notebook.Cells[1];

        cell.SetOutputs(
        [
            new StreamOutput("stdout", "epoch 1\nloss 0.25"),
            new ExecuteResultOutput(new MimeBundle { { "text/plain", "2" }, { "application/vnd.plotly.v1+json", """{"data":[]}""" }, { "image/png", "iVBOR\nw0=" } }, 3),
            new ErrorOutput("System.Exception", "no", ["line 1", "line 2"]),
        ]);
        cell.ExecutionCount = 3;

        Assert.Equal(File.ReadAllText(Fixture("run.expected")), notebook.ToJson());
    }

    [Fact]
    public void Clearing_a_run_notebook_gives_the_unrun_one()
    {
        NotebookFile notebook = NotebookFile.Parse(File.ReadAllText(Fixture("run.expected")));

        notebook.ClearOutputs();

        Assert.Equal(File.ReadAllText(Fixture("unrun.ipynb")), notebook.ToJson());
    }

    [Fact]
    public void Outputs_are_read_as_they_were_set()
    {
        NotebookFile notebook = NotebookFile.Load(Fixture("unrun.ipynb"));
        NotebookOutput[] outputs =
        [
            new StreamOutput("stderr", "a\n\nb\r\n"),
            new DisplayDataOutput(new MimeBundle { { "text/html", "<b>x</b>\n" } }, new JsonObject { ["image/png"] = new JsonObject { ["width"] = 40 } }),
            new UnknownOutput(new JsonObject { ["output_type"] = "pager", ["n"] = 1 }),
        ];

        notebook.Cells[1].SetOutputs(outputs);
        IReadOnlyList<NotebookOutput> read = NotebookFile.Parse(notebook.ToJson()).Cells[1].Outputs;

        Assert.Equal(outputs.Select(output => output.ToJson().ToJsonString()), read.Select(output => output.ToJson().ToJsonString()));
    }

    [Theory]
    [InlineData("""[{"output_type":"stream","name":"stdout","text":"a\nb"}]""")]
    [InlineData("""[{"output_type":"display_data","data":{"text/html":"<b>","image/png":["iV","BO"]},"metadata":{},"transient":{}}]""")]
    public void Outputs_that_say_the_same_in_another_shape_are_not_written_anew(string outputs)
    {
        NotebookFile notebook = NotebookFile.Parse($$"""{"nbformat":4,"metadata":{},"cells":[{"cell_type":"code","source":"","metadata":{},"outputs":{{outputs}}}]}""");

        notebook.Cells[0].SetOutputs(notebook.Cells[0].Outputs);

        Assert.False(notebook.IsChanged);
    }

    [Fact]
    public void Cells_tell_their_id_kernel_source_and_tags()
    {
        NotebookFile notebook = NotebookFile.Load(Fixture("polyglot.ipynb"));

        Assert.Equal(["markdown", "csharp", "fsharp", "javascript", "raw"], notebook.Cells.Select(cell => cell.KernelName));
        Assert.Equal(["a1", "b2", "c3", "d4", "e5"], notebook.Cells.Select(cell => cell.Id));
        Assert.Equal("var x = 1;\nx", notebook.Cells[1].Source);
        Assert.Equal(["raises-exception"], notebook.Cells[1].Tags);
        Assert.Equal([0, 1, 2, 3, 4], notebook.Cells.Select(cell => cell.Index));
    }

    [Fact]
    public void A_removed_cell_leaves_the_others_as_they_were()
    {
        string text = File.ReadAllText(Fixture("polyglot.ipynb"));
        NotebookFile notebook = NotebookFile.Parse(text);

        notebook.Remove(notebook.Cells[4]);
        notebook.Remove(notebook.Cells[0]);

        NotebookFile read = NotebookFile.Parse(notebook.ToJson());
        Assert.Equal(["b2", "c3", "d4"], read.Cells.Select(cell => cell.Id));
        Assert.EndsWith("\n  }\n ],\n" + text[text.IndexOf(" \"metadata\": {\n  \"custom", StringComparison.Ordinal)..], notebook.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The notebook is not a notebook: line 1, column 1: the text ends in the middle.")]
    [InlineData("{\"cells\": [}", "The notebook is not a notebook: line 1, column 12: } is not expected here.")]
    [InlineData("{\n \"cells\": []\n \"nbformat\": 4}", "The notebook is not a notebook: line 3, column 2: a comma or } is missing.")]
    [InlineData("[]", "The notebook is not a notebook: its JSON is not an object.")]
    [InlineData("{\"cells\": []}", "The notebook is not a notebook: it has no nbformat number.")]
    [InlineData("{\"nbformat\": 4}", "The notebook is not a notebook: it has no array of cells.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [1]}", "The notebook is not a notebook: cell 1 is not an object.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{}]}", "The notebook is not a notebook: cell 1 has no cell_type.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}", "The notebook is not a notebook: cell 1 has no source.")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "The notebook is in notebook format 3, and format 4 is needed; `jupyter nbconvert --to notebook --inplace` converts it.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [\"\\x\"]}", "The notebook is not a notebook: line 1, column 27: this string has an escape that JSON does not know.")]
    public void What_is_no_notebook_is_refused_in_one_sentence(string text, string message)
    {
        NotebookException e = Assert.Throws<NotebookException>(() => NotebookFile.Parse(text));

        Assert.Equal(message, e.Message);
    }

    [Fact]
    public void A_notebook_nested_without_end_is_refused()
    {
        string text = "{\"nbformat\": 4, \"cells\": " + new string('[', 100_000);

        NotebookException e = Assert.Throws<NotebookException>(() => NotebookFile.Parse(text));

        Assert.EndsWith("it is nested more than 256 levels deep.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        string path = Path.Combine(folder.FullName, "none.ipynb");

        Assert.Equal($"{path} does not exist.", Assert.Throws<NotebookException>(() => NotebookFile.Load(path)).Message);
    }

    [Fact]
    public void A_file_that_is_not_text_is_refused()
    {
        string path = Path.Combine(folder.FullName, "bytes.ipynb");
        File.WriteAllBytes(path, [0xff, 0xfe, 0x00]);

        Assert.Equal("bytes.ipynb is not a notebook: it is not UTF-8 text.", Assert.Throws<NotebookException>(() => NotebookFile.Load(path)).Message);
    }

    [Fact]
    public void A_file_changed_by_another_program_is_not_overwritten()
    {
        string path = Path.Combine(folder.FullName, "a.ipynb");
        File.Copy(Fixture("unrun.ipynb"), path);
        NotebookFile notebook = NotebookFile.Load(path);
        notebook.Cells[1].Source = "mine";
        File.AppendAllText(path, "\n");
        byte[] theirs = File.ReadAllBytes(path);

        NotebookException e = Assert.Throws<NotebookException>(notebook.Save);

        Assert.Equal("a.ipynb was changed by another program after it was opened, so it was not overwritten; save to another name, or open it again.", e.Message);
        Assert.Equal(theirs, File.ReadAllBytes(path));
    }

    [Fact]
    public void Saving_twice_with_changes_between_works()
    {
        string path = Path.Combine(folder.FullName, "a.ipynb");
        File.Copy(Fixture("unrun.ipynb"), path);
        NotebookFile notebook = NotebookFile.Load(path);

        notebook.Cells[1].Source = "1";
        notebook.Save();
        notebook.Cells[1].Source = "2";
        notebook.Save();

        Assert.Equal("2", NotebookFile.Load(path).Cells[1].Source);
        Assert.Equal([path], Directory.GetFiles(folder.FullName));
    }

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);
}
