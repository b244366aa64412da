using System.CommandLine;
using RnnNotebooks.Cli.Running;

namespace RnnNotebooks.Cli;

/// <summary>The hidden verb behind <c>rnn run</c>: runs one notebook in this process and reports on a pipe.</summary>
public static class RunWorkerVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "run-worker";

    /// <summary>The option that names the pipe.</summary>
    public const string PipeOption = "--reports";

    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var notebook = new Argument<string>("notebook");
        var outFolder = new Option<string?>("--out");
        var check = new Option<bool>("--check");
        var allowErrors = new Option<bool>("--allow-errors");
        var pipe = new Option<string>(PipeOption) { Required = true };
        var verb = new Command(Name, "Runs one notebook for ./rnn run.") { notebook, outFolder, check, allowErrors, pipe };
        verb.Hidden = true;
        verb.SetAction(parsed => RunAsync(
            parsed.GetValue(notebook)!,
            parsed.GetValue(check) ? RunTarget.Nowhere : parsed.GetValue(outFolder) is { } folder ? RunTarget.Folder(folder) : RunTarget.InPlace,
            parsed.GetValue(allowErrors),
            parsed.GetValue(pipe)!));
        return verb;
    }

    private static async Task<int> RunAsync(string notebook, RunTarget target, bool allowErrors, string pipe)
    {
        using var stop = new CancellationTokenSource();
        // Ctrl-C reaches every process of the terminal; the one that reports decides, and tells this one through its input.
        Console.CancelKeyPress += (_, e) => e.Cancel = true;
        StopWhenInputEnds(stop);
        using var reports = new ReportPipe(pipe);
        try
        {
            return await new NotebookRun(notebook, target, allowErrors, reports.Send).RunAsync(stop.Token);
        }
        catch (UserException e)
        {
            reports.Send(new CellReport(ReportKind.Refused, Message: e.Message, ExitCode: e.ExitCode));
            return e.ExitCode;
        }
    }

    private static void StopWhenInputEnds(CancellationTokenSource stop)
    {
        var input = Console.OpenStandardInput();
        new Thread(() =>
        {
            Span<byte> ignored = stackalloc byte[64];
            while (input.Read(ignored) > 0)
            {
            }

            stop.Cancel();
        })
        { IsBackground = true, Name = "Waits for the request to stop" }.Start();
    }
}
