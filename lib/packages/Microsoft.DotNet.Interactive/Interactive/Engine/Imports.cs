using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Events;
using RnnNotebooks.Documents;

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

        var document = await LoadAsync(file).ConfigureAwait(false);
        bool isNotebook = file.Extension is ".ipynb" or ".dib";
        int number = 0;
        foreach (var cell in document.Elements.Where(one => !string.IsNullOrWhiteSpace(one.Contents)))
        {
            context.StopToken.ThrowIfCancellationRequested();
            string? language = cell.KernelName ?? document.GetDefaultKernelName();
            number += language == "markdown" ? 0 : 1;
            var submission = new ImportedCell(cell.Contents!, language, isNotebook ? $"{file.Name}, cell {number}" : file.Name);
            submission.SetParent(command);
            var result = await root.SendAsync(submission).ConfigureAwait(false);
            if (result.Events.OfType<CommandFailed>().LastOrDefault(failed => failed.Command == submission) is { } failure)
            {
                bool namesTheCell = failure.Exception is CodeSubmissionCompilationErrorException;
                context.Fail(command, failure.Exception, namesTheCell ? failure.Message : $"In {file.Name}: {failure.Message}");
                return;
            }
        }
    }

    private static async Task<InteractiveDocument> LoadAsync(FileInfo file)
    {
        try
        {
            return await InteractiveDocument.LoadAsync(file).ConfigureAwait(false);
        }
        catch (NotebookException exception)
        {
            throw new MagicException($"#!import: {exception.Message}");
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
