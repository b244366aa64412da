using System.CommandLine;

namespace RnnNotebooks.Cli;

/// <summary><c>rnn bench</c>: measures our speed beside the peers', both sides in one run, since machines differ and drift.</summary>
public static class BenchVerb
{
    private static readonly Dictionary<string, string> Projects = new()
    {
        ["torch"] = "tests/Benchmarks/Torch",
        ["kernel"] = "tests/Benchmarks/Kernel",
    };

    /// <summary>The verb with its argument.</summary>
    public static Command Create()
    {
        var what = new Argument<string>("what") { Description = "torch: training steps beside PyTorch's. kernel: start-up, cells, completion and memory beside ipykernel's." };
        what.AcceptOnlyFromAmong([.. Projects.Keys]);
        var rest = new Argument<string[]>("options") { Description = "Handed on to the benchmark.", Arity = ArgumentArity.ZeroOrMore };
        var verb = new Command("bench", "Measure our speed beside PyTorch's or ipykernel's.") { what, rest };
        verb.SetAction((parsed, stopping) => Processes.RunAsync(
            "dotnet",
            ["run", "-c", "Release", "--project", Path.Combine(Repository.Root, Projects[parsed.GetValue(what)!]), "--", .. parsed.GetValue(rest) ?? []],
            Console.WriteLine,
            stopping));
        return verb;
    }
}
