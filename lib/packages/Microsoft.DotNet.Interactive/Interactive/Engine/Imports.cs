using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Events;

namespace RnnNotebooks.Engine;

/// <summary>Runs the cells of another notebook or script as a part of this cell.</summary>
internal static class Imports
{
    public static async Task RunAsync(ImportDocument command, CompositeKernel root, KernelInvocationContext context)
    {
        var file = new FileInfo(Path.GetFullPath(command.FilePath, Directory.GetCurrentDirectory()));
        if (!file.Exists)
        {
            throw new MagicException($"#!import: {file.FullName} does not exist.");
        }

        if (IsImported(command.Parent, file.FullName))
        {
            throw new MagicException($"#!import: {file.Name} imports itself.");
        }

        var document = await InteractiveDocument.LoadAsync(file).ConfigureAwait(false);
        foreach (var cell in document.Elements.Where(one => !string.IsNullOrWhiteSpace(one.Contents)))
        {
            context.StopToken.ThrowIfCancellationRequested();
            var submission = new SubmitCode(cell.Contents!, cell.KernelName ?? document.GetDefaultKernelName());
            submission.SetParent(command);
            var result = await root.SendAsync(submission).ConfigureAwait(false);
            if (result.Events.OfType<CommandFailed>().LastOrDefault(failed => failed.Command == submission) is { } failure)
            {
                context.Fail(command, failure.Exception, $"In {file.Name}: {failure.Message}");
                return;
            }
        }
    }

    private static bool IsImported(KernelCommand? command, string path)
    {
        for (; command is not null; command = command.Parent)
        {
            if (command is ImportDocument import && Path.GetFullPath(import.FilePath, Directory.GetCurrentDirectory()) == path)
            {
                return true;
            }
        }

        return false;
    }
}
