using System.CommandLine;
using RnnNotebooks.Documents;

namespace RnnNotebooks.Cli.Tests;

/// <summary>convert, sync and student as a user types them.</summary>
public sealed class NotebookVerbTests : IDisposable
{
    private const string Solution = """{"cells":[{"cell_type":"code","execution_count":1,"id":"a","metadata":{},"outputs":[],"source":"// ### BEGIN SOLUTION\n// stub: int? answer = null;\nint? answer = 42;\n// ### END SOLUTION"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("verbs");

    private string Notebooks => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Converting_there_and_back_gives_the_same_cells()
    {
        var notebook = Write("a.ipynb", Solution);
        var dib = Path.Combine(Notebooks, "a.dib");
        var back = Path.Combine(Notebooks, "b.ipynb");

        Assert.Equal(ExitCodes.Success, await Run(ConvertVerb.Create(), notebook, dib));
        Assert.Equal(ExitCodes.Success, await Run(ConvertVerb.Create(), dib, back));

        Assert.Equal(NotebookFile.Load(notebook).Cells[0].Source, NotebookFile.Load(back).Cells[0].Source);
    }

    [Fact]
    public async Task Converting_replaces_nothing_unless_forced()
    {
        var notebook = Write("a.ipynb", Solution);
        var dib = Write("a.dib", "#!csharp\nmine\n");

        var e = await Assert.ThrowsAsync<UserException>(() => Run(ConvertVerb.Create(), notebook, dib));

        Assert.Equal((ExitCodes.CannotWrite, $"{dib} exists; give --force to replace it."), (e.ExitCode, e.Message));
        Assert.Equal("#!csharp\nmine\n", File.ReadAllText(dib));
        Assert.Equal(ExitCodes.Success, await Run(ConvertVerb.Create(), notebook, dib, "--force"));
        Assert.Contains("answer = 42", File.ReadAllText(dib), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_or_malformed_has_its_own_exit_code()
    {
        var none = Path.Combine(Notebooks, "none.ipynb");
        var broken = Write("broken.ipynb", "{");

        var missing = await Assert.ThrowsAsync<UserException>(() => Run(ConvertVerb.Create(), none, none + ".dib"));
        var malformed = await Assert.ThrowsAsync<UserException>(() => Run(ConvertVerb.Create(), broken, broken + ".dib"));
        var unknown = await Assert.ThrowsAsync<UserException>(() => Run(ConvertVerb.Create(), broken, broken + ".pdf"));

        Assert.Equal((ExitCodes.NotFound, $"{none} does not exist."), (missing.ExitCode, missing.Message));
        Assert.Equal((ExitCodes.BadInput, "broken.ipynb is not a notebook: line 1, column 2: the text ends in the middle."), (malformed.ExitCode, malformed.Message));
        Assert.Equal(ExitCodes.BadInput, unknown.ExitCode);
    }

    [Fact]
    public async Task The_students_notebook_and_its_twin_are_made_and_stay_current()
    {
        Write("solutions/01-a.ipynb", Solution);

        Assert.Equal(ExitCodes.Success, await Run(StudentVerb.Create(), "--to", Notebooks));

        var written = File.ReadAllBytes(Path.Combine(Notebooks, "01-a.ipynb"));
        Assert.Equal("int? answer = null;", NotebookFile.Load(Path.Combine(Notebooks, "01-a.ipynb")).Cells[0].Source);
        Assert.DoesNotContain("42", File.ReadAllText(Path.Combine(Notebooks, "dib/01-a.dib")), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Success, await Run(StudentVerb.Create(), "--to", Notebooks, "--check"));
        Assert.Equal(ExitCodes.Success, await Run(SyncVerb.Create(), Notebooks, "--check"));
        Assert.Equal(ExitCodes.Success, await Run(StudentVerb.Create(), "01", "--to", Notebooks));
        Assert.Equal(written, File.ReadAllBytes(Path.Combine(Notebooks, "01-a.ipynb")));
    }

    [Fact]
    public async Task A_stale_lesson_is_named_and_not_written_by_a_check()
    {
        Write("solutions/01-a.ipynb", Solution);
        await Run(StudentVerb.Create(), "--to", Notebooks);
        Write("solutions/01-a.ipynb", Solution.Replace("int? answer = null;", "int? answer = default;", StringComparison.Ordinal));
        var path = Path.Combine(Notebooks, "01-a.ipynb");
        var before = File.ReadAllBytes(path);

        var e = await Assert.ThrowsAsync<UserException>(() => Run(StudentVerb.Create(), "--to", Notebooks, "--check"));

        Assert.Equal((ExitCodes.Failed, $"stale: {path}; `rnn student` makes them anew."), (e.ExitCode, e.Message));
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_lesson_that_is_not_there_is_named()
    {
        Write("solutions/01-a.ipynb", Solution);

        var e = await Assert.ThrowsAsync<UserException>(() => Run(StudentVerb.Create(), "07", "--to", Notebooks));

        Assert.Equal((ExitCodes.NotFound, $"no lesson in {Path.Combine(Notebooks, "solutions")} is named 07."), (e.ExitCode, e.Message));
    }

    [Fact]
    public async Task A_conflict_of_twins_is_an_error_that_loses_nothing()
    {
        var notebook = Write("a.ipynb", Solution);
        await Run(SyncVerb.Create(), Notebooks);
        File.WriteAllText(notebook, Solution.Replace("42", "43", StringComparison.Ordinal));
        var dib = Write("dib/a.dib", "#!csharp\nmine\n");

        var e = await Assert.ThrowsAsync<UserException>(() => Run(SyncVerb.Create(), Notebooks));

        Assert.Equal(ExitCodes.Failed, e.ExitCode);
        Assert.StartsWith("a: the .ipynb and the .dib file differ and both may hold new work, so neither was changed;", e.Message, StringComparison.Ordinal);
        Assert.Contains("43", File.ReadAllText(notebook), StringComparison.Ordinal);
        Assert.Equal("#!csharp\nmine\n", File.ReadAllText(dib));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(Notebooks, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static Task<int> Run(Command verb, params string[] args) =>
        verb.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = TextWriter.Null });
}
