using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace RnnNotebooks.Benchmarks.Kernel;

/// <summary><c>rnn bench kernel</c>: this kernel beside ipykernel, measured in turns in one run.</summary>
public static class Program
{
    private const double TimeTarget = 1.0;

    /// <summary>Measures, prints a table and says whether the targets are met.</summary>
    /// <param name="args">The number of starts of each kernel (default 5).</param>
    /// <returns>0 when every target is met, 1 when one is not, 6 when something is missing.</returns>
    public static int Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var rounds = args.Length > 0 && int.TryParse(args[0], out var chosen) && chosen > 0 ? chosen : 5;
        var rnn = Path.Combine(RepositoryRoot(), "artifacts", "cli", OperatingSystem.IsWindows() ? "rnn.exe" : "rnn");
        if (!File.Exists(rnn))
        {
            Console.Error.WriteLine($"{rnn} is not built; ./rnn setup builds it.");
            return 6;
        }

        var folder = Directory.CreateTempSubdirectory("rnn-bench-");
        try
        {
            Run(rnn, ["kernel", "install", "--prefix", folder.FullName, "--name", ".net-csharp"], folder.FullName);
            Console.WriteLine($"Measuring this kernel and ipykernel in turns ({rounds} starts each) …");
            var measured = JsonNode.Parse(Run("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "measure.py"), $"{rounds}"], folder.FullName))!;
            return Print(measured["ours"]!, measured["ipykernel"]!) ? 0 : 1;
        }
        catch (InvalidOperationException failed)
        {
            Console.Error.WriteLine(failed.Message);
            return 6;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Print(JsonNode ours, JsonNode theirs)
    {
        Console.WriteLine();
        Console.WriteLine("| | C# | ipykernel | ratio | target |");
        Console.WriteLine("|---|---|---|---|---|");
        var met = true;
        foreach (var (what, title, isAimedAt) in new[]
        {
            ("start", "start to first result", true),
            ("fresh", "`1+1` among the first 230 cells, without a pause", false),
            ("warm", "warm `1+1`: after six pauses of a second", true),
            ("complete", "completion, warm", true),
        })
        {
            var (mine, other) = ((double)ours[what]!, (double)theirs[what]!);
            met &= !isAimedAt || mine / other <= TimeTarget;
            Console.WriteLine($"| {title} | {mine * 1000:F1} ms | {other * 1000:F1} ms | {mine / other:F2}× | {(isAimedAt ? $"≤ {TimeTarget:F1}×" : "")} |");
        }

        foreach (var (cells, limit) in new[] { ("300", 250.0), ("1000", 300.0) })
        {
            var (mine, other) = ((double)ours["memory"]![cells]!, (double)theirs["memory"]![cells]!);
            met &= mine <= limit;
            Console.WriteLine($"| memory after {cells} cells | {mine:F0} MB | {other:F0} MB | | ≤ {limit:F0} MB |");
        }

        Console.WriteLine();
        Console.WriteLine(met ? "Every target is met." : "Not every target is met.");
        return met;
    }

    private static string Run(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["JUPYTER_PATH"] = Path.Combine(folder, "share", "jupyter");
        start.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with status {process.ExitCode}; its messages are above.");
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RnnNotebooks.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("RnnNotebooks.sln was not found above this benchmark; run it from its checkout.");
    }
}
