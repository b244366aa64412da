using System.Collections.Concurrent;
using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;

namespace RnnNotebooks.Cli;

/// <summary><c>rnn test</c>: builds the solution and runs its tests, then prints one line with the totals.</summary>
public static partial class TestVerb
{
    private const int AtATime = 2;

    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var projects = new Argument<string[]>("project") { Description = "Test projects by name, such as TorchSharp.Tests (default: all).", Arity = ArgumentArity.ZeroOrMore };
        var filter = new Option<string?>("--filter") { Description = "Only tests whose full name contains this." };
        var verb = new Command("test", "Build everything and run the tests.") { projects, filter };
        verb.SetAction((parsed, stopping) => RunAsync(parsed.GetValue(projects) ?? [], parsed.GetValue(filter), stopping));
        return verb;
    }

    private static async Task<int> RunAsync(string[] names, string? filter, CancellationToken stopping)
    {
        var chosen = Choose(names);
        Console.WriteLine("Building the solution …");
        var built = await Processes.RunAsync("dotnet", ["build", Path.Combine(Repository.Root, "RnnNotebooks.sln"), "--nologo", "-v", "quiet"], Console.WriteLine, stopping);
        if (built != 0)
        {
            throw new UserException(ExitCodes.Failed, "the solution does not build; the compiler's messages are above.");
        }

        // The longest first, two at a time: each uses little more than one core.
        var totals = new ConcurrentBag<(int Passed, int Failed)>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stopping };
        await Parallel.ForEachAsync(chosen.OrderByDescending(IsLong), options, async (project, stop) => totals.Add(await RunProjectAsync(project, filter, stop)));
        var (passed, failed) = (totals.Sum(t => t.Passed), totals.Sum(t => t.Failed));
        Console.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 && passed > 0 ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static bool IsLong(string project) => Path.GetFileNameWithoutExtension(project) is "Lessons.Tests" or "TorchSharp.Tests";

    private static List<string> Choose(string[] names)
    {
        var all = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var unknown = names.FirstOrDefault(n => !all.Any(p => Path.GetFileNameWithoutExtension(p) == n));
        return unknown is null
            ? [.. all.Where(p => names.Length == 0 || names.Contains(Path.GetFileNameWithoutExtension(p)))]
            : throw new UserException(ExitCodes.NotFound, $"there is no test project {unknown}; there are {string.Join(", ", all.Select(Path.GetFileNameWithoutExtension))}.");
    }

    // A project whose run ends without a summary line (a crashed host) counts as one failure, so that it cannot pass unnoticed.
    private static async Task<(int Passed, int Failed)> RunProjectAsync(string project, string? filter, CancellationToken stopping)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        int passed = 0, failed = 0;
        var summarised = false;
        // Printed as one piece, since two projects run at a time.
        var said = new StringBuilder();
        string[] arguments = ["test", project, "--no-build", "--nologo", .. filter is null ? Array.Empty<string>() : ["--filter", $"FullyQualifiedName~{filter}"]];
        var exit = await Processes.RunAsync("dotnet", arguments, line =>
        {
            if (Summary().Match(line) is { Success: true } m)
            {
                failed += int.Parse(m.Groups["failed"].Value);
                passed += int.Parse(m.Groups["passed"].Value);
                summarised = true;
            }
            else if (line.Length > 0 && !Noise().IsMatch(line))
            {
                said.AppendLine(line);
            }
        }, stopping);
        if (exit != 0 && failed == 0 || (!summarised && filter is null))
        {
            said.AppendLine($"{name}: the run broke off (exit status {exit}).");
            failed++;
        }

        Console.WriteLine($"{said}{name}: {passed} passed, {failed} failed");
        return (passed, failed);
    }

    [GeneratedRegex(@"Failed:\s+(?<failed>\d+), Passed:\s+(?<passed>\d+), Skipped:")]
    private static partial Regex Summary();

    [GeneratedRegex("^(Test run for|VSTest version|Starting test execution|A total of|No test matches|Test Run)")]
    private static partial Regex Noise();
}
