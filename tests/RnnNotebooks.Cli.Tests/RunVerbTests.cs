using RnnNotebooks.Documents;

namespace RnnNotebooks.Cli.Tests;

/// <summary><c>rnn run</c> as a user types it: what is saved, what is said, and with which exit code it ends.</summary>
public sealed class RunVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rnn-run-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task State_is_carried_over_and_outputs_are_saved()
    {
        var file = Write("a.ipynb", "var x = 20; Console.WriteLine(\"hello\");", "x + 1");

        var (exit, said) = await TestNotebook.RnnAsync("run", file);

        Assert.True(exit == ExitCodes.Success, said);
        Assert.Contains("2 of 2 cells ran", said, StringComparison.Ordinal);
        var cells = NotebookFile.Load(file).Cells;
        Assert.Equal(new StreamOutput("stdout", "hello\n"), Assert.Single(cells[0].Outputs));
        var result = Assert.IsType<ExecuteResultOutput>(Assert.Single(cells[1].Outputs));
        Assert.Equal("21", result.Data["text/plain"]);
        Assert.NotNull(result.Data["text/html"]);
        Assert.Equal([1, 2], cells.Select(c => c.ExecutionCount));
    }

    [Fact]
    public async Task Numbers_look_the_same_everywhere_and_every_culture_is_there()
    {
        var file = Write("a.ipynb", "using System.Globalization;\n$\"{0.5} {DateTime.UnixEpoch:MMMM}\"", "0.5.ToString(new CultureInfo(\"de-DE\"))", "CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(\"fr-FR\"); await Task.Yield(); $\"{0.5}\"", "$\"{DateTime.UnixEpoch:MMMM}\"");

        await TestNotebook.StartAsync("env", ["LANG=de_DE.UTF-8", "LC_ALL=de_DE.UTF-8", "dotnet", typeof(ExitCodes).Assembly.Location, "run", file]);

        Assert.Equal(
            ["0.5 January", "0,5", "0,5", "janvier"],
            NotebookFile.Load(file).Cells.Select(cell => (string)Assert.IsType<ExecuteResultOutput>(Assert.Single(cell.Outputs)).Data["text/plain"]!));
    }

    [Fact]
    public async Task A_display_is_updated_where_it_stands()
    {
        var file = Write("a.ipynb", "var d = display(\"first\");", "d.Update(\"second\");");

        await TestNotebook.RnnAsync("run", file);

        var cells = NotebookFile.Load(file).Cells;
        Assert.Equal("second", Assert.IsType<DisplayDataOutput>(Assert.Single(cells[0].Outputs)).Data["text/plain"]);
        Assert.Empty(cells[1].Outputs);
    }

    [Fact]
    public async Task What_was_printed_before_an_exception_stays_and_later_cells_are_untouched()
    {
        var file = Write("a.ipynb", "Console.WriteLine(\"one\");", "Console.WriteLine(\"two\");\nthrow new InvalidOperationException(\"oops\");", "Console.WriteLine(\"three\");");

        var (exit, said) = await TestNotebook.RnnAsync("run", file);

        Assert.Equal(ExitCodes.Failed, exit);
        Assert.Contains("cell 2 of a.ipynb, line 2: InvalidOperationException: oops", said, StringComparison.Ordinal);
        Assert.Contains("2 | throw new InvalidOperationException(\"oops\");", said, StringComparison.Ordinal);
        var cells = NotebookFile.Load(file).Cells;
        Assert.Equal([new StreamOutput("stdout", "one\n")], cells[0].Outputs);
        Assert.Equal(new StreamOutput("stdout", "two\n"), cells[1].Outputs[0]);
        Assert.Equal("oops", Assert.IsType<ErrorOutput>(cells[1].Outputs[1]).Value);
        Assert.Equal([new StreamOutput("stdout", "before\n")], cells[2].Outputs);
        Assert.Equal(7, cells[2].ExecutionCount);
    }

    [Fact]
    public async Task Allowed_errors_are_named_and_saved_and_the_cells_after_them_run()
    {
        var file = Write("a.ipynb", "int n = 1;", "nosuch", "n += 1; throw new InvalidOperationException(\"oops\");", "n");

        var (exit, said) = await TestNotebook.RnnAsync("run", file, "--allow-errors");

        Assert.Equal(ExitCodes.Failed, exit);
        Assert.Contains("cell 2 of a.ipynb, line 1: CS0103", said, StringComparison.Ordinal);
        Assert.Contains("cell 3 of a.ipynb, line 1: InvalidOperationException: oops", said, StringComparison.Ordinal);
        Assert.Contains("2 of 4 cells ran", said, StringComparison.Ordinal);
        var cells = NotebookFile.Load(file).Cells;
        Assert.Equal("oops", Assert.IsType<ErrorOutput>(Assert.Single(cells[2].Outputs)).Value);
        Assert.Equal("2", Assert.IsType<ExecuteResultOutput>(Assert.Single(cells[3].Outputs)).Data["text/plain"]);
        Assert.Equal(ExitCodes.Success, (await TestNotebook.RnnAsync("run", Write("b.ipynb", "1"), "--allow-errors")).Exit);
    }

    [Fact]
    public async Task A_cell_tagged_as_raising_an_exception_may_fail()
    {
        var file = Path.Combine(folder, "a.ipynb");
        await File.WriteAllTextAsync(file, TestNotebook.Json("throw new InvalidOperationException(\"shown to the class\");", "1").Replace("\"metadata\":{}", "\"metadata\":{\"tags\":[\"raises-exception\"]}", StringComparison.Ordinal));

        var (exit, said) = await TestNotebook.RnnAsync("run", file);

        Assert.True(exit == ExitCodes.Success, said);
        Assert.Contains("2 of 2 cells ran", said, StringComparison.Ordinal);
        Assert.Equal("shown to the class", Assert.IsType<ErrorOutput>(Assert.Single(NotebookFile.Load(file).Cells[0].Outputs)).Value);
        Assert.Equal(ExitCodes.Success, (await TestNotebook.RnnAsync("run", file, "--check")).Exit);
    }

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public async Task A_stopped_run_saves_what_ran_and_says_that_it_was_stopped(string signal)
    {
        var running = Path.Combine(folder, "running");
        await TestNotebook.StartAsync("mkfifo", [running]);
        var file = Write("a.ipynb", "Console.WriteLine(\"kept\");", $"System.IO.File.WriteAllText(\"{running}\", \"on\");\nwhile (true) {{ }}", "1");
        using var run = TestNotebook.Start("dotnet", [typeof(ExitCodes).Assembly.Location, "run", file, file]);
        await File.ReadAllTextAsync(running); // waits for the cell to write

        await TestNotebook.StartAsync("kill", [signal, $"{run.Id}"]);
        var said = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();

        Assert.Equal(ExitCodes.Interrupted, run.ExitCode);
        Assert.Contains("cell 2 of a.ipynb: The cell was stopped.", said, StringComparison.Ordinal);
        var cells = NotebookFile.Load(file).Cells;
        Assert.Equal(new StreamOutput("stdout", "kept\n"), Assert.Single(cells[0].Outputs));
        Assert.Equal("The cell was stopped.", Assert.IsType<ErrorOutput>(Assert.Single(cells[1].Outputs)).Value);
        Assert.Equal(7, cells[2].ExecutionCount);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_is_named_with_its_line()
    {
        var file = Write("a.ipynb", "var x = 1;\ny + 1");

        var (exit, said) = await TestNotebook.RnnAsync("run", file);

        Assert.Equal(ExitCodes.Failed, exit);
        Assert.Contains("cell 1 of a.ipynb, line 2: CS0103: The name 'y' does not exist in the current context", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_takes_its_process_down_is_named_and_the_outputs_before_it_are_saved()
    {
        var file = Write("a.ipynb", "Console.WriteLine(\"kept\");", "Environment.FailFast(\"gone\");");

        var (exit, said) = await TestNotebook.RnnAsync("run", file);

        Assert.Equal(ExitCodes.Failed, exit);
        Assert.Contains("cell 2 of a.ipynb ended its process", said, StringComparison.Ordinal);
        Assert.Equal([new StreamOutput("stdout", "kept\n")], NotebookFile.Load(file).Cells[0].Outputs);
    }

    [Theory]
    [InlineData("{", "not a notebook")]
    [InlineData("[1, 2]", "not a notebook")]
    [InlineData("{\"nbformat\": 4}", "not a notebook")]
    [InlineData("{\"cells\": [], \"nbformat\": 3}", "format 3")]
    public async Task What_is_not_a_notebook_is_refused_in_one_sentence(string text, string expected)
    {
        var file = Path.Combine(folder, "a.ipynb");
        File.WriteAllText(file, text);

        var (exit, said) = await TestNotebook.RnnAsync("run", file);

        Assert.Equal(ExitCodes.BadInput, exit);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(file));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (exit, said) = await TestNotebook.RnnAsync("run", Path.Combine(folder, "none.ipynb"));

        Assert.Equal(ExitCodes.NotFound, exit);
        Assert.Equal($"rnn: there is no notebook {Path.Combine(folder, "none.ipynb")}.", said.Trim());
    }

    [Fact]
    public async Task A_cell_in_an_unknown_language_is_refused_before_anything_runs()
    {
        var file = Write("a.ipynb", "Console.WriteLine(1);", "1");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"id\":\"c1\",\"metadata\":{}", "\"id\":\"c1\",\"metadata\":{\"polyglot_notebook\":{\"kernelName\":\"cobol\"}}", StringComparison.Ordinal));
        var before = File.ReadAllBytes(file);

        var (exit, said) = await TestNotebook.RnnAsync("run", file);

        Assert.Equal(ExitCodes.BadInput, exit);
        Assert.Contains("cell 2 of a.ipynb is in the language cobol", said, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_found_out_before_anything_runs()
    {
        var file = Write("a.ipynb", "Console.WriteLine(\"ran\");");

        var (exit, said) = await TestNotebook.RnnAsync("run", file, "--out", "/proc/here");

        Assert.Equal(ExitCodes.CannotWrite, exit);
        Assert.Contains("nothing can be written to /proc/here", said, StringComparison.Ordinal);
    }

    // A file system of 64 KB of its own, in a namespace of its own; the output is larger than what is left.
    [Fact]
    public async Task A_full_disk_leaves_the_old_notebook_whole()
    {
        var file = Write("a.ipynb", "new string('x', 200_000)");
        var script = $"cp {file} /mnt/a.ipynb && dotnet {typeof(ExitCodes).Assembly.Location} run /mnt/a.ipynb; code=$?; cmp {file} /mnt/a.ipynb && ls /mnt && exit $code";

        var (exit, said) = await TestNotebook.StartAsync("bwrap", ["--dev-bind", "/", "/", "--size", "65536", "--tmpfs", "/mnt", "sh", "-c", script]);

        Assert.True(exit == ExitCodes.CannotWrite, said);
        Assert.Contains("a.ipynb", said, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_leaves_the_original_as_it_is()
    {
        var file = Write("a.ipynb", "1 + 1");
        var before = File.ReadAllBytes(file);
        var to = Path.Combine(folder, "out");

        var (exit, _) = await TestNotebook.RnnAsync("run", file, "--out", to);

        Assert.Equal(ExitCodes.Success, exit);
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.Equal("2", Assert.IsType<ExecuteResultOutput>(NotebookFile.Load(Path.Combine(to, "a.ipynb")).Cells[0].Outputs[0]).Data["text/plain"]);
    }

    [Fact]
    public async Task Check_finds_another_number_and_writes_nothing()
    {
        var file = Write("a.ipynb", "Console.WriteLine($\"loss {0.5}\");");
        await TestNotebook.RnnAsync("run", file);
        Assert.Equal(ExitCodes.Success, (await TestNotebook.RnnAsync("run", file, "--check")).Exit);

        File.WriteAllText(file, File.ReadAllText(file).Replace("loss 0.5", "loss 0.6", StringComparison.Ordinal));
        var before = File.ReadAllBytes(file);
        var (exit, said) = await TestNotebook.RnnAsync("run", file, "--check");

        Assert.Equal(ExitCodes.Failed, exit);
        Assert.Contains("cell 1 of a.ipynb puts out", said, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Fact]
    public async Task A_word_that_is_not_understood_is_a_usage_error()
    {
        var (exit, said) = await TestNotebook.RnnAsync("run", "--chek");

        Assert.Equal(ExitCodes.Usage, exit);
        Assert.Contains("--chek", said, StringComparison.Ordinal);
    }

    private string Write(string name, params string[] cells)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, TestNotebook.Json(cells));
        return path;
    }
}
