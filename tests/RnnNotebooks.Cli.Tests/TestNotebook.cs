using System.Diagnostics;
using System.Text.Json;

namespace RnnNotebooks.Cli.Tests;

/// <summary>Notebooks for tests, and the command as a user types it, in a process of its own.</summary>
internal static class TestNotebook
{
    /// <summary>A notebook of C# cells, each with an output "before" that a run replaces.</summary>
    public static string Json(params string[] cells) => JsonSerializer.Serialize(new
    {
        cells = cells.Select((source, i) => new
        {
            cell_type = "code",
            execution_count = 7,
            id = $"c{i}",
            metadata = new { },
            outputs = new[] { new { name = "stdout", output_type = "stream", text = "before\n" } },
            source,
        }),
        metadata = new { kernelspec = new { display_name = ".NET (C#)", language = "C#", name = ".net-csharp" } },
        nbformat = 4,
        nbformat_minor = 5,
    });

    /// <summary>Runs <c>rnn</c> and returns its exit status and what it printed.</summary>
    public static Task<(int Exit, string Said)> RnnAsync(params string[] arguments) => StartAsync("dotnet", [typeof(ExitCodes).Assembly.Location, .. arguments]);

    /// <summary>Starts a program, to read what it prints.</summary>
    public static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Runs a program.</summary>
    public static async Task<(int Exit, string Said)> StartAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
