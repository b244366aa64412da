using System.Diagnostics;

namespace RnnNotebooks.Cli;

/// <summary>Runs other programs for the verbs that need one.</summary>
public static class Processes
{
    /// <summary>Runs a program to its end, handing on each line that it prints.</summary>
    /// <param name="program">A program on the PATH, or its full path.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="onLine">Called with each line of its output and of its errors, one at a time.</param>
    /// <param name="stopping">Ends the program and everything it started.</param>
    /// <returns>Its exit status.</returns>
    /// <exception cref="UserException">The program is not there.</exception>
    public static async Task<int> RunAsync(string program, IEnumerable<string> arguments, Action<string> onLine, CancellationToken stopping)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
        };
        var gate = new Lock();
        void Hand(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (gate)
            {
                onLine(line);
            }
        }

        process.OutputDataReceived += (_, e) => Hand(e.Data);
        process.ErrorDataReceived += (_, e) => Hand(e.Data);
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new UserException(ExitCodes.Missing, $"{program} is not on the PATH; ./rnn doctor says how to get it.");
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;
    }

    /// <summary>Runs a program that answers quickly, and returns what it printed.</summary>
    /// <returns>Its output, trimmed, or null where the program is absent or failed.</returns>
    public static string? Ask(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
            if (process is null)
            {
                return null;
            }

            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            errors.Wait();
            return process.ExitCode == 0 ? output.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
