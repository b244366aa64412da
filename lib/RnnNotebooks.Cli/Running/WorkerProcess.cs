using System.Diagnostics;
using System.IO.Pipes;

namespace RnnNotebooks.Cli.Running;

/// <summary>
/// Runs one notebook in a process of its own, so that every notebook starts fresh, and so that a cell that takes its process
/// down (runaway recursion, memory) ends with a sentence and with what was saved up to there.
/// </summary>
public static class WorkerProcess
{
    private const int KeptErrorLines = 40;

    /// <summary>Runs the notebook and hands on what the worker reports.</summary>
    /// <param name="arguments">Arguments of the hidden verb <c>run-worker</c>, without the pipe.</param>
    /// <param name="onReport">Called with each report, in order.</param>
    /// <param name="stopping">Asks the worker to stop; it cancels the cell, saves and ends.</param>
    /// <returns>Null where the worker ended as it should, else why it broke off.</returns>
    public static async Task<string?> RunAsync(IEnumerable<string> arguments, Action<CellReport> onReport, CancellationToken stopping)
    {
        using var reports = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        using var worker = new Process();
        worker.StartInfo = new ProcessStartInfo(Environment.ProcessPath!, [.. OwnAssembly(), RunWorkerVerb.Name, .. arguments, RunWorkerVerb.PipeOption, reports.GetClientHandleAsString()])
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        // The runtime's own message is all we need of a crash; a dump would only take time and disk.
        worker.StartInfo.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        worker.Start();
        reports.DisposeLocalCopyOfClientHandle();
        var errors = KeepFirstLinesAsync(worker.StandardError);
        // The worker reads its input to its end: closing it is the request to stop, whichever way the request came.
        await using var stop = stopping.Register(() => worker.StandardInput.Close());

        using (var lines = new StreamReader(reports))
        {
            while (await lines.ReadLineAsync(CancellationToken.None) is { } line)
            {
                if (CellReport.FromLine(line) is { } report)
                {
                    onReport(report);
                }
            }
        }

        await worker.WaitForExitAsync(CancellationToken.None);
        var said = await errors;
        if (worker.ExitCode <= ExitCodes.Missing || worker.ExitCode == ExitCodes.Interrupted)
        {
            said.ForEach(Console.Error.WriteLine);
            return null;
        }

        return Explain(worker.ExitCode, said);
    }

    // Started as "dotnet rnn.dll", this process is dotnet, which needs to be told what to run.
    private static string[] OwnAssembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(WorkerProcess).Assembly.Location] : [];

    private static string Explain(int exitCode, List<string> said) =>
        said.FirstOrDefault(l => l.StartsWith("Stack overflow", StringComparison.Ordinal)) is not null ? "its recursion never ends (stack overflow), which no process survives"
        : said.FirstOrDefault(l => l.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)) is not null ? "the memory ran out"
        : exitCode == 137 ? "the system ended the process, as it does when memory runs out"
        : $"the process ended with status {exitCode}{(said.Count > 0 ? $" ({said[0]})" : "")}";

    private static async Task<List<string>> KeepFirstLinesAsync(StreamReader reader)
    {
        var kept = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (kept.Count < KeptErrorLines)
            {
                kept.Add(line);
            }
        }

        return kept;
    }
}
