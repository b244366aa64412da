using System.CommandLine;
using RnnNotebooks.Cli.Running;

namespace RnnNotebooks.Cli;

/// <summary><c>rnn run</c>: executes notebooks from top to bottom, each in a fresh kernel, and saves their outputs.</summary>
public static class RunVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "Notebooks (.ipynb) to run; every lesson in notebooks/ where none is named.", Arity = ArgumentArity.ZeroOrMore };
        var outFolder = new Option<string?>("--out") { Description = "Write the executed notebooks to this folder and leave the originals as they are.", HelpName = "DIR" };
        var check = new Option<bool>("--check") { Description = "Write nothing; fail where the outputs differ from the saved ones." };
        var allowErrors = new Option<bool>("--allow-errors") { Description = "Go on after a cell that fails. The exit status still tells that one did." };
        var verb = new Command("run", "Execute notebooks and save their outputs.") { notebooks, outFolder, check, allowErrors };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(check) && result.GetValue(outFolder) is not null)
            {
                result.AddError("--check writes nothing, so it does not go with --out.");
            }
        });
        verb.SetAction((parsed, stopping) =>
        {
            List<string> options = [];
            if (parsed.GetValue(outFolder) is { } folder)
            {
                options.AddRange(["--out", Path.GetFullPath(folder)]);
            }

            options.AddRange(new[] { check, allowErrors }.Where(parsed.GetValue).Select(flag => flag.Name));
            return RunAllAsync(Choose(parsed.GetValue(notebooks) ?? []), options, stopping);
        });
        return verb;
    }

    private static string[] Choose(string[] named)
    {
        if (named.Length > 0)
        {
            return named.FirstOrDefault(n => !File.Exists(n)) is { } absent
                ? throw new UserException(ExitCodes.NotFound, $"there is no notebook {absent}.")
                : named;
        }

        var lessons = Directory.Exists(Repository.Notebooks) ? Directory.GetFiles(Repository.Notebooks, "*.ipynb") : [];
        return lessons.Length > 0
            ? [.. lessons.Order(StringComparer.Ordinal)]
            : throw new UserException(ExitCodes.NotFound, "notebooks/ holds no lesson; name the notebook to run.");
    }

    private static async Task<int> RunAllAsync(string[] notebooks, IReadOnlyList<string> options, CancellationToken stopping)
    {
        var worst = ExitCodes.Success;
        var summaries = new List<NotebookSummary>();
        foreach (var notebook in notebooks)
        {
            var summary = await RunOneAsync(notebook, options, stopping);
            summaries.Add(summary);
            worst = worst == ExitCodes.Success ? summary.ExitCode : worst;
            if (stopping.IsCancellationRequested)
            {
                worst = ExitCodes.Interrupted;
                break;
            }
        }

        if (summaries.Count > 1)
        {
            Console.WriteLine();
            foreach (var s in summaries)
            {
                Console.WriteLine($"{(s.ExitCode == 0 ? "ok    " : "FAILED")}  {s.Name,-48} {s.Ran,3} of {s.Of,3} cells  {s.Seconds,7:F1} s");
            }
        }

        return worst;
    }

    private static async Task<NotebookSummary> RunOneAsync(string notebook, IReadOnlyList<string> options, CancellationToken stopping)
    {
        var summary = new NotebookSummary(Path.GetFileName(notebook));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Console.WriteLine(notebook);
        var crash = await WorkerProcess.RunAsync([Path.GetFullPath(notebook), .. options], report => Print(report, summary), stopping);
        summary.Seconds = clock.Elapsed.TotalSeconds;
        if (crash is not null)
        {
            summary.ExitCode = ExitCodes.Failed;
            Console.Error.WriteLine(summary.Current == 0
                ? $"rnn: the process for {summary.Name} ended before its first cell: {crash}. Nothing was run."
                : $"rnn: cell {summary.Current} of {summary.Name} ended its process: {crash}. The outputs of the cells before it are saved.");
        }

        Console.WriteLine($"  {summary.Ran} of {summary.Of} cells ran in {summary.Seconds:F1} s{(summary.SavedTo is { } to ? $"; saved to {to}" : "")}");
        return summary;
    }

    private static void Print(CellReport report, NotebookSummary summary)
    {
        switch (report.Kind)
        {
            case ReportKind.Started:
                summary.Current = report.Cell;
                summary.Of = report.Of;
                break;
            case ReportKind.Ran:
                summary.Ran++;
                Console.WriteLine($"  cell {report.Cell,3} of {report.Of}  {report.Seconds,7:F2} s");
                break;
            case ReportKind.Differs:
                summary.ExitCode = ExitCodes.Failed;
                Console.Error.WriteLine($"rnn: cell {report.Cell} of {summary.Name} {report.Message}");
                break;
            case ReportKind.Failed:
                summary.ExitCode = ExitCodes.Failed;
                Console.WriteLine($"  cell {report.Cell,3} of {report.Of}  {report.Seconds,7:F2} s  FAILED");
                Console.Error.WriteLine(report.Line > 0
                    ? $"rnn: cell {report.Cell} of {summary.Name}, line {report.Line}: {report.Message}\n     {report.Line,3} | {report.SourceLine}"
                    : $"rnn: cell {report.Cell} of {summary.Name}: {report.Message}");
                break;
            case ReportKind.Saved:
                summary.SavedTo = report.Message;
                break;
            case ReportKind.Refused:
                summary.ExitCode = report.ExitCode;
                Console.Error.WriteLine($"rnn: {report.Message}");
                break;
        }
    }

    private sealed class NotebookSummary(string name)
    {
        public string Name { get; } = name;

        public int Current { get; set; }

        public int Ran { get; set; }

        public int Of { get; set; }

        public double Seconds { get; set; }

        public int ExitCode { get; set; }

        public string? SavedTo { get; set; }
    }
}
