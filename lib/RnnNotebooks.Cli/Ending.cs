using System.Runtime.InteropServices;

namespace RnnNotebooks.Cli;

/// <summary>
/// Turns the first Ctrl-C or request to terminate into a token, so that a verb ends what it started: killed by the signal, it would
/// leave a server or a notebook running that nobody sees. A second one ends the process as it does any other.
/// </summary>
internal sealed class Ending : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    /// <summary>Begins to listen.</summary>
    /// <param name="watches">False for the processes that run cells, which take signals in their own way.</param>
    public Ending(bool watches) =>
        registrations = watches ? [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)] : [];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Leaves the signals alone again.</summary>
    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void End(PosixSignalContext signal)
    {
        signal.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
