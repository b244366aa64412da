using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using RnnNotebooks.Documents;
using RnnNotebooks.Engine;

namespace RnnNotebooks.Cli.Running;

/// <summary>Runs the code cells of one notebook, in order, in a fresh kernel, and saves after each: whatever ends the process, nothing that ran is lost.</summary>
public sealed partial class NotebookRun(string file, RunTarget target, bool allowErrors, Action<CellReport> report)
{
    // Jupyter's tag for a cell that is to fail: its error is an output like any other.
    private const string RaisesTag = "raises-exception";

    private string savesTo = "";

    /// <summary>Runs the notebook to its end or, unless errors are allowed, to its first failing cell.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="UserException">The notebook cannot be read, holds a cell in an unknown language, or cannot be saved.</exception>
    public async Task<int> RunAsync(CancellationToken stopping)
    {
        var notebook = NotebookErrors.Explain(() => NotebookFile.Load(file));
        using var kernel = NotebookKernel.Create();
        var code = notebook.Cells.Where(c => c.Kind == NotebookCellKind.Code).ToList();
        MakeSureLanguagesAreKnown(code, kernel);
        savesTo = MakeSureItCanBeSaved();
        // Relative paths in cells mean the notebook's folder, as they do in Jupyter.
        Directory.SetCurrentDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var recorder = new OutputRecorder();
        using var subscription = kernel.KernelEvents.Subscribe(recorder.OnEvent);
        var exit = ExitCodes.Success;
        // A cell after the failing one keeps the outputs that it had.
        var finished = new List<(NotebookCell Cell, IReadOnlyList<NotebookOutput> Outputs, int Count)>();
        var count = 0;
        foreach (var (cell, number) in code.Select((c, i) => (c, i + 1)))
        {
            if (cell.Source.Trim().Length == 0)
            {
                continue;
            }

            report(new CellReport(ReportKind.Started, number, code.Count));
            var clock = Stopwatch.StartNew();
            recorder.Begin(++count);
            var result = await kernel.SendAsync(new SubmitCode(cell.Source, cell.KernelName), stopping);
            var failed = result.Events.OfType<CommandFailed>().LastOrDefault();
            var error = failed is null ? null : CellError.From(failed);
            var outputs = recorder.End(error is null ? null : new ErrorOutput(error.Name, error.Message, error.Traceback));
            finished.Add((cell, outputs, count));
            if (target.Writes)
            {
                Save(notebook, finished);
            }

            var stopped = stopping.IsCancellationRequested;
            if (error is null || (cell.Tags.Contains(RaisesTag) && !stopped))
            {
                report(new CellReport(ReportKind.Ran, number, code.Count, clock.Elapsed.TotalSeconds));
                continue;
            }

            report(Failure(cell, number, code.Count, clock.Elapsed, error));
            exit = stopped ? ExitCodes.Interrupted : ExitCodes.Failed;
            if (!allowErrors || stopped)
            {
                break;
            }
        }

        if (!target.Writes && exit == ExitCodes.Success)
        {
            exit = Compare(code, finished);
        }

        if (target.Writes)
        {
            Save(notebook, finished);
            report(new CellReport(ReportKind.Saved, Message: Path.GetRelativePath(Repository.Root, savesTo) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative : savesTo));
        }

        return exit;
    }

    // After the last cell, since a cell may update what an earlier one displays.
    private int Compare(List<NotebookCell> code, List<(NotebookCell Cell, IReadOnlyList<NotebookOutput> Outputs, int Count)> finished)
    {
        var exit = ExitCodes.Success;
        foreach (var (cell, outputs, _) in finished.Where(f => !f.Cell.Tags.Contains(OutputComparison.VariesTag)))
        {
            if (OutputComparison.Difference(cell.Outputs, outputs) is { } difference)
            {
                report(new CellReport(ReportKind.Differs, code.IndexOf(cell) + 1, code.Count, Message: difference));
                exit = ExitCodes.Failed;
            }
        }

        return exit;
    }

    private void MakeSureLanguagesAreKnown(List<NotebookCell> code, CompositeKernel kernel)
    {
        foreach (var (cell, number) in code.Select((c, i) => (c, i + 1)))
        {
            if (!kernel.ChildKernels.TryGetByAlias(cell.KernelName, out _))
            {
                throw new UserException(ExitCodes.BadInput, $"cell {number} of {Path.GetFileName(file)} is in the language {cell.KernelName}, which is not known here; C# cells are csharp. Nothing was run.");
            }
        }
    }

    // Found out before an hour of training, not after it.
    private string MakeSureItCanBeSaved()
    {
        if (!target.Writes)
        {
            return file;
        }

        var folder = target.OutFolder ?? Path.GetDirectoryName(Path.GetFullPath(file))!;
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $".rnn-{Environment.ProcessId}.tmp");
            File.WriteAllText(trial, "");
            File.Delete(trial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException(ExitCodes.CannotWrite, $"nothing can be written to {folder} ({e.Message.TrimEnd('.')}); choose another folder with --out. Nothing was run.");
        }

        return target.OutFolder is null ? file : Path.Combine(folder, Path.GetFileName(file));
    }

    private void Save(NotebookFile notebook, List<(NotebookCell Cell, IReadOnlyList<NotebookOutput> Outputs, int Count)> finished)
    {
        // All of them, not only the last: a display of an earlier cell may have been updated meanwhile.
        foreach (var (cell, outputs, count) in finished)
        {
            cell.SetOutputs(outputs);
            cell.ExecutionCount = count;
        }

        NotebookErrors.Explain(() =>
        {
            if (target.OutFolder is null)
            {
                notebook.Save();
            }
            else
            {
                notebook.Save(savesTo);
            }

            return true;
        });
    }

    private static CellReport Failure(NotebookCell cell, int number, int of, TimeSpan took, CellError error)
    {
        var line = error.Traceback.Select(t => CellLine().Match(t)).FirstOrDefault(m => m.Success) is { } found
            ? int.Parse(found.Groups["line"].Value, CultureInfo.InvariantCulture)
            : 0;
        var source = cell.Source.Split('\n');
        return line > 0 && line <= source.Length
            ? new CellReport(ReportKind.Failed, number, of, took.TotalSeconds, ShortName(error) + CompilerPosition().Replace(error.Message.Split('\n')[0], "", 1), line, source[line - 1].Trim())
            : new CellReport(ReportKind.Failed, number, of, took.TotalSeconds, $"{ShortName(error)}{error.Message}");
    }

    private static string ShortName(CellError error) => error.Name is "CompilationError" or "Error" or "Interrupted" ? "" : $"{error.Name.Split('.')[^1]}: ";

    [GeneratedRegex(@"^\(\d+,\d+\): error ")]
    private static partial Regex CompilerPosition();

    // "cell 3, line 7" in a stack trace, "(7,12): error CS0103" from the compiler.
    [GeneratedRegex(@"\bcell \d+, line (?<line>\d+)|\((?<line>\d+),\d+\): error")]
    private static partial Regex CellLine();
}
