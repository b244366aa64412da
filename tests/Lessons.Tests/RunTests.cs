using System.Diagnostics;
using RnnNotebooks.Cli;
using RnnNotebooks.Documents;
using Xunit.Abstractions;

namespace Lessons.Tests;

/// <summary>
/// Runs the lessons from top to bottom, each in a fresh kernel. With the answers in, lessons 1 to 5 must pass every check. The answers of
/// lesson 6 train a wider network for some minutes, so of that lesson the students' version runs, as of the short ones.
/// </summary>
public sealed class RunTests(ITestOutputHelper log)
{
    private const string Longest = "06-encoder-decoder";

    private static readonly string[] StudentsToo = ["01-what-an-rnn-computes", "02-static-and-dynamic-unrolling", Longest];

    public static TheoryData<string> Solved => [.. LessonFiles.Names.Where(n => n != Longest)];

    public static TheoryData<string> Unanswered => [.. LessonFiles.Names.Where(StudentsToo.Contains)];

    [Theory]
    [MemberData(nameof(Solved))]
    public async Task A_lesson_runs_and_its_solutions_pass_every_check(string name)
    {
        var executed = await RunAsync(LessonFiles.Solution(name), name);

        var panel = Assert.IsType<ExecuteResultOutput>(executed.Cells.Last(c => c.Kind == NotebookCellKind.Code).Outputs[^1]).Data["text/plain"]!;
        Assert.DoesNotContain("✗", panel, StringComparison.Ordinal);
        Assert.DoesNotContain("not answered yet", string.Concat(executed.Cells.SelectMany(c => c.Outputs).OfType<ExecuteResultOutput>().Select(o => o.Data["text/plain"])), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unanswered))]
    public async Task With_every_gap_left_empty_a_lesson_still_runs_and_says_so(string name)
    {
        var executed = await RunAsync(LessonFiles.Student(name), name + "-student");

        Assert.Contains("not answered yet", string.Concat(executed.Cells.SelectMany(c => c.Outputs).OfType<ExecuteResultOutput>().Select(o => o.Data["text/plain"])), StringComparison.Ordinal);
    }

    private async Task<NotebookFile> RunAsync(string notebook, string name)
    {
        var to = Path.Combine(Repository.Artifacts, "test-lessons", name);
        using var run = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Artifacts, "cli", "rnn"), ["run", notebook, "--out", to])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        log.WriteLine(await output);
        Assert.True(run.ExitCode == ExitCodes.Success, await errors);
        return NotebookFile.Load(Path.Combine(to, Path.GetFileName(notebook)));
    }
}
