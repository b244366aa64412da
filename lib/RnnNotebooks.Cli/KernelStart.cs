using System.Runtime.InteropServices;
using RnnNotebooks.Engine;
using RnnNotebooks.Jupyter;
using RnnNotebooks.Jupyter.Install;
using RnnNotebooks.Jupyter.Zmq;

namespace RnnNotebooks.Cli;

/// <summary><c>rnn kernel start</c>: the kernel process.</summary>
internal static class KernelStart
{
    internal static async Task<int> RunAsync(string? connectionFile)
    {
        KernelServer server;
        try
        {
            var connection = connectionFile is null ? ConnectionFile.Local() : ConnectionFile.Read(connectionFile);
            server = new KernelServer(connection, NotebookKernel.Create);
        }
        catch (FileNotFoundException)
        {
            throw new UserException(ExitCodes.NotFound, $"there is no connection file {connectionFile}; Jupyter makes one when it starts a kernel.");
        }
        catch (InvalidDataException broken)
        {
            throw new UserException(ExitCodes.BadInput, broken.Message);
        }
        catch (ZmqException zmq)
        {
            throw new UserException(ExitCodes.Missing, zmq.Message);
        }

        var own = connectionFile is null ? WriteOwn(server.Connection) : null;
        // Front ends interrupt by message; those that send signals are understood as well.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            server.Interrupt();
        });
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            server.Stop();
        });
        await server.RunAsync();
        server.Dispose();
        if (own is not null)
        {
            File.Delete(own);
        }

        // Threads that a cell left running must not keep the process.
        Environment.Exit(ExitCodes.Success);
        return ExitCodes.Success;
    }

    private static string WriteOwn(ConnectionFile connection)
    {
        var file = Path.Combine(JupyterPaths.Runtime, $"kernel-rnn-{Environment.ProcessId}.json");
        Directory.CreateDirectory(JupyterPaths.Runtime);
        connection.Write(file, KernelSpec.StandardName);
        Console.WriteLine($"To connect a front end: jupyter console --existing {file}");
        return file;
    }
}
