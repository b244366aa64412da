using Microsoft.DotNet.Interactive.Documents;
using RnnNotebooks.Documents;

namespace Documents.Tests;

public sealed class DibTests
{
    private const string Header = """{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"languageName":"csharp","name":"csharp"}]}}""";

    [Fact]
    public void Cells_are_written_under_their_kernels_after_a_header()
    {
        InteractiveDocument document = [new("\n1 + 1\n\n", "csharp"), new("  \n", "csharp")];

        Assert.Equal($"#!meta\n\n{Header}\n\n#!csharp\n\n1 + 1\n", document.ToCodeSubmissionContent());
    }

    [Fact]
    public void The_line_break_can_be_chosen()
    {
        InteractiveDocument document = [new("1\n2", "csharp")];

        Assert.Equal($"#!meta\r\n\r\n{Header}\r\n\r\n#!csharp\r\n\r\n1\r\n2\r\n", document.ToCodeSubmissionContent("\r\n"));
    }

    [Theory]
    [InlineData("c#", "csharp")]
    [InlineData("C#", "csharp")]
    [InlineData("f#", "fsharp")]
    [InlineData("F#", "fsharp")]
    [InlineData("powershell", "pwsh")]
    [InlineData("js", "javascript")]
    [InlineData("html", "html")]
    [InlineData("http", "http")]
    [InlineData("mermaid", "mermaid")]
    [InlineData("value", "value")]
    [InlineData("sql", "sql")]
    [InlineData("kql", "kql")]
    [InlineData("markdown", "markdown")]
    public void A_name_or_alias_on_its_own_line_begins_a_cell(string name, string kernel)
    {
        InteractiveDocument document = CodeSubmission.Parse($"#!{name}\n\ntext\n");

        Assert.Equal([(kernel, "text")], document.Elements.Select(element => (element.KernelName!, element.Contents)));
    }

    [Theory]
    [InlineData("#!time")]
    [InlineData("#!csharp ")]
    [InlineData(" #!csharp")]
    [InlineData("#!CSharp")]
    [InlineData("#!csharp --name x")]
    [InlineData("#!share x --from csharp")]
    [InlineData("#!raw")]
    public void Any_other_line_of_that_kind_is_text_of_the_cell(string line)
    {
        InteractiveDocument document = CodeSubmission.Parse($"#!fsharp\nlet x = 1\n{line}\nx\n");

        Assert.Equal([("fsharp", $"let x = 1\n{line}\nx")], document.Elements.Select(element => (element.KernelName!, element.Contents)));
    }

    [Fact]
    public void The_header_names_the_default_and_more_kernels()
    {
        const string text = """
            #!meta
            {"kernelInfo":{"defaultKernelName":"python","items":[{"aliases":["py"],"languageName":"python","name":"python"}]}}
            #!py
            print(1)
            #!python
            print(2)
            """;

        InteractiveDocument document = CodeSubmission.Parse(text);

        Assert.Equal([("python", "print(1)"), ("python", "print(2)")], document.Elements.Select(element => (element.KernelName!, element.Contents)));
        Assert.Equal("python", document.GetDefaultKernelName());
        Assert.True(document.GetKernelInfo().Contains("py"));
    }

    [Fact]
    public void Text_before_the_first_separator_goes_to_the_default_kernel()
    {
        KernelInfoCollection kernels = new() { DefaultKernelName = "fsharp" };

        Assert.Equal(["csharp", "markdown"], CodeSubmission.Parse("1\r\n#!markdown\r\n# x").Elements.Select(element => element.KernelName));
        Assert.Equal("fsharp", CodeSubmission.Parse("1", kernels).Elements[0].KernelName);
    }

    [Fact]
    public void A_cell_that_holds_a_separator_cannot_be_written()
    {
        InteractiveDocument document = [new("fine", "csharp"), new("one\n#!markdown\ntwo", "csharp")];

        NotebookException e = Assert.Throws<NotebookException>(() => document.ToCodeSubmissionContent());

        Assert.Equal("Cell 2 has the line #!markdown, which begins a new cell in a .dib file; change that line, or keep the notebook as .ipynb.", e.Message);
    }

    [Fact]
    public void A_broken_header_is_told_in_one_sentence()
    {
        NotebookException e = Assert.Throws<NotebookException>(() => CodeSubmission.Parse("#!meta\n{\"kernelInfo\": }\n#!csharp\n1"));

        Assert.Equal("The header after #!meta is not a JSON object: line 1, column 16: } is not expected here.", e.Message);
    }

    [Fact]
    public void Unknown_members_of_the_header_are_kept()
    {
        const string text = "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[],\"languageName\":\"csharp\",\"name\":\"csharp\"},{\"aliases\":[\"py\"],\"languageName\":\"python\",\"name\":\"python\"}]},\"author\":\"A\"}\n\n#!python\n\nprint(1)\n";

        Assert.Equal(text, CodeSubmission.Parse(text).ToCodeSubmissionContent());
        Assert.Equal("python", CodeSubmission.Parse(text).Elements[0].KernelName);
    }

    [Fact]
    public void What_is_written_reads_back_and_writes_the_same()
    {
        Random random = new(7);
        string[] kernels = ["csharp", "fsharp", "markdown", "html", "mermaid", "value", "raw", "python"];
        string[] words = ["", " ", "x = 1;", "#!time", "é 😀", "```", "#!who", "\tindented", "#r \"nuget:A,1.0\"", "#!mermaidx"];
        for (int round = 0; round < 300; round++)
        {
            InteractiveDocument document = [];
            for (int cell = random.Next(6); cell > 0; cell--)
            {
                string contents = string.Join('\n', Enumerable.Range(0, random.Next(5)).Select(_ => words[random.Next(words.Length)]));
                document.Add(new InteractiveDocumentElement(contents, kernels[random.Next(kernels.Length)]));
            }

            string text = document.ToCodeSubmissionContent();
            InteractiveDocument read = CodeSubmission.Parse(text);

            (string?, string)[] expected = [.. document.Elements.Select(element => (element.KernelName, DibFormat.Trim(element.Contents))).Where(cell => cell.Item2.Length > 0)];
            Assert.Equal(expected, read.Elements.Select(element => (element.KernelName, element.Contents)));
            Assert.Equal(text, read.ToCodeSubmissionContent());
        }
    }
}
