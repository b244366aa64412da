using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using RnnNotebooks.Cli;
using RnnNotebooks.Engine;

// A notebook shows the same numbers wherever it runs; a cell that wants those of a country says so.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

var runsCells = args is [RunWorkerVerb.Name, ..] or [KernelVerb.Name, KernelVerb.StartName, ..];
using var ending = new Ending(watches: !runsCells);
if (runsCells)
{
    // It takes longer to wake than all the rest.
    NotebookKernel.WarmUp();
}

var root = new RootCommand("RnnNotebooks: open, run, check and publish the course on recurrent neural networks in C#.");
root.Subcommands.Add(RunVerb.Create());
root.Subcommands.Add(RunWorkerVerb.Create());
root.Subcommands.Add(TestVerb.Create());
root.Subcommands.Add(DoctorVerb.Create());
root.Subcommands.Add(DocsVerb.Create());
root.Subcommands.Add(BenchVerb.Create());
root.Subcommands.Add(ConvertVerb.Create());
root.Subcommands.Add(SyncVerb.Create());
root.Subcommands.Add(StudentVerb.Create());
root.Subcommands.Add(LabVerb.Create());
root.Subcommands.Add(KernelVerb.Create());

try
{
    var parsed = root.Parse(args);
    // A verb that takes any number of files would otherwise take a misspelled option for one of them.
    if (parsed.Tokens.FirstOrDefault(t => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal)) is { } misspelled && !args.Contains("--"))
    {
        return Complain($"there is no option {misspelled.Value}. See ./rnn {args[0]} --help.", ExitCodes.Usage);
    }

    return parsed.Errors.Count > 0 && parsed.Action is System.CommandLine.Invocation.ParseErrorAction
        ? Complain(string.Join(" ", parsed.Errors.Select(e => e.Message)) + " See ./rnn --help.", ExitCodes.Usage)
        : await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, ending.Token);
}
catch (UserException e)
{
    return Complain(e.Message, e.ExitCode);
}
catch (OperationCanceledException)
{
    return Complain("Stopped.", ExitCodes.Interrupted);
}

static int Complain(string sentence, int exitCode)
{
    Console.Error.WriteLine($"rnn: {sentence}");
    return exitCode;
}
