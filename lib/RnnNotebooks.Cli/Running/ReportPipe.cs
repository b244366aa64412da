using System.IO.Pipes;

namespace RnnNotebooks.Cli.Running;

/// <summary>The worker's end of the pipe on which it reports, one line each, written through at once.</summary>
public sealed class ReportPipe : IDisposable
{
    private readonly StreamWriter lines;

    /// <summary>Opens the pipe that the reporting process made.</summary>
    public ReportPipe(string handle) => lines = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, handle)) { AutoFlush = true };

    /// <summary>Sends a report.</summary>
    public void Send(CellReport report) => lines.WriteLine(report.ToLine());

    /// <summary>Closes the pipe.</summary>
    public void Dispose() => lines.Dispose();
}
