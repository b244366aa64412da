using System.Diagnostics;
using RnnNotebooks.Cli;
using RnnNotebooks.Documents;
using Xunit.Abstractions;

namespace Lessons.Tests;

/// <summary>
/// Runs every lesson from top to bottom, with the answers in, each in a fresh kernel. The students' versions have the same cells but
/// for the gaps, and their training takes minutes, so of them only the short ones run again.
/// </summary>
public sealed class RunTests(ITestOutputHelper log)
{
    private static readonly string[] Short = ["01-what-an-rnn-computes", "02-static-and-dynamic-unrolling", "05-exploding-and-vanishing-gradients"];

    public static TheoryData<string> Lessons => LessonFiles.Each;

    public static TheoryData<string> ShortLessons => [.. LessonFiles.Names.Where(Short.Contains)];

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_lesson_runs_and_its_solutions_pass_every_check(string name)
    {
        var executed = await RunAsync(LessonFiles.Solution(name), name);

        var panel = Assert.IsType<ExecuteResultOutput>(executed.Cells.Last(c => c.Kind == NotebookCellKind.Code).Outputs[^1]).Data["text/plain"]!;
        Assert.DoesNotContain("✗", panel, StringComparison.Ordinal);
        Assert.DoesNotContain("not answered yet", string.Concat(executed.Cells.SelectMany(c => c.Outputs).OfType<ExecuteResultOutput>().Select(o => o.Data["text/plain"])), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ShortLessons))]
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
