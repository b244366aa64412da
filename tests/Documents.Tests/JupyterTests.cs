using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;
using RnnNotebooks.Documents;

namespace Documents.Tests;

public sealed class JupyterTests
{
    [Fact]
    public void Both_shapes_of_the_metadata_name_the_kernels()
    {
        InteractiveDocument later = Notebook.Parse(Fixture("polyglot.ipynb"));
        InteractiveDocument earlier = Notebook.Parse(Fixture("vscode.ipynb"));

        Assert.Equal("csharp", later.GetDefaultKernelName());
        Assert.True(later.GetKernelInfo().Contains("F#"));
        Assert.Equal("csharp", earlier.GetDefaultKernelName());
        Assert.True(earlier.GetKernelInfo().Contains("c#"));
    }

    [Fact]
    public void The_kernel_name_of_the_later_metadata_wins_over_the_earlier_language()
    {
        InteractiveDocument document = Notebook.Parse(Fixture("polyglot.ipynb"));

        Assert.Equal(["markdown", "csharp", "fsharp", "javascript", "raw"], document.Elements.Select(element => element.KernelName));
    }

    [Theory]
    [InlineData("#!fsharp\\nlet x = 1", "fsharp", "let x = 1")]
    [InlineData("#!markdown", "markdown", "")]
    [InlineData("#!time\\nx", "csharp", "#!time\nx")]
    [InlineData("x\\n#!fsharp", "csharp", "x\n#!fsharp")]
    public void A_first_line_with_a_kernels_name_retargets_the_cell(string source, string kernel, string contents)
    {
        InteractiveDocument document = Notebook.Parse($$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","source":"{{source}}","metadata":{},"outputs":[]}]}""");

        Assert.Equal(kernel, document.Elements[0].KernelName);
        Assert.Equal(contents, document.Elements[0].Contents);
    }

    [Fact]
    public void A_document_is_written_as_nbformat_writes_it()
    {
        InteractiveDocument document =
        [
            new("# Title\n\nText", "markdown") { Id = "m1" },
            new("1 + 1", "csharp", [new TextElement("out\n"), new ReturnValueElement { Data = { ["text/plain"] = "2" }, ExecutionOrder = 1 }]) { Id = "c1", ExecutionOrder = 1 },
            new("let x = 1", "fsharp") { Id = "c2" },
        ];

        Assert.Equal(Fixture("written.expected"), document.ToJupyterJson());
    }

    [Theory]
    [InlineData("polyglot.ipynb")]
    [InlineData("vscode.ipynb")]
    [InlineData("unrun.ipynb")]
    [InlineData("run.expected")]
    public void Reading_what_was_written_gives_the_same_document(string fixture)
    {
        string once = Notebook.Parse(Fixture(fixture)).ToJupyterJson();

        string twice = Notebook.Parse(once).ToJupyterJson();

        Assert.Equal(once, twice);
    }

    [Fact]
    public void Unknown_fields_pass_through_a_document()
    {
        string written = Notebook.Parse(Fixture("unrun.ipynb")).ToJupyterJson();

        Assert.Contains("1e-07", written, StringComparison.Ordinal);
        Assert.Contains("\"languageId\": \"polyglot-notebook\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public void New_cells_get_ids_that_depend_only_on_text_and_place()
    {
        InteractiveDocument document = [new("1", "csharp"), new("1", "csharp")];

        NotebookFile first = NotebookFile.Parse(document.ToJupyterJson());
        NotebookFile second = NotebookFile.Parse(document.ToJupyterJson());

        Assert.Equal(first.Cells.Select(cell => cell.Id), second.Cells.Select(cell => cell.Id));
        Assert.Equal(2, first.Cells.Select(cell => cell.Id).Distinct().Count());
        Assert.All(first.Cells, cell => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", cell.Id!));
    }

    [Fact]
    public async Task Scripts_load_as_one_cell_and_other_files_are_refused()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("documents");
        try
        {
            FileInfo script = new(Path.Combine(folder.FullName, "a.csx"));
            FileInfo image = new(Path.Combine(folder.FullName, "a.png"));
            await File.WriteAllTextAsync(script.FullName, "1 + 1");
            await File.WriteAllTextAsync(image.FullName, "");

            InteractiveDocument document = await InteractiveDocument.LoadAsync(script);
            NotebookException e = await Assert.ThrowsAsync<NotebookException>(() => InteractiveDocument.LoadAsync(image));

            Assert.Equal(("csharp", "1 + 1"), (document.Elements[0].KernelName, document.Elements[0].Contents));
            Assert.StartsWith("a.png is no notebook or script: .ipynb, .dib, .cs, .csx,", e.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Imports_are_followed_once_each()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("documents");
        try
        {
            string a = Path.Combine(folder.FullName, "a.dib");
            string b = Path.Combine(folder.FullName, "b.dib");
            await File.WriteAllTextAsync(a, $"#!csharp\n#!import {b}\n");
            await File.WriteAllTextAsync(b, $"#!csharp\n#!import {a}\n#!import {b}\n");
            InteractiveDocument document = [new($"#!import {a}", "csharp")];

            List<InteractiveDocument> imported = [];
            await foreach (InteractiveDocument one in document.GetImportsAsync(ParseImport, recursive: true))
            {
                imported.Add(one);
            }

            Assert.Equal(2, imported.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static DirectiveParseResult ParseImport(string line)
        {
            string[] words = line.Split(' ');
            return new DirectiveParseResult { CommandName = words[0], Parameters = { ["--file"] = words[1] } };
        }
    }

    private static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));
}
