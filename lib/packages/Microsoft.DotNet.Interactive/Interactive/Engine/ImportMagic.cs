using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace RnnNotebooks.Engine;

/// <summary><c>#!import path</c>.</summary>
internal static class ImportMagic
{
    public static async Task RunAsync(MagicCall call)
    {
        var command = new ImportDocument(call.Line.Required("file", orFirstArgument: true));
        var result = await call.Kernel.RootKernel.SendAsync(command, call.Context.StopToken).ConfigureAwait(false);
        if (result.Events.OfType<CommandFailed>().LastOrDefault(failed => failed.Command == command) is { } failure)
        {
            call.Context.StopToken.ThrowIfCancellationRequested();
            call.Context.Fail(call.Context.Command, failure.Exception, failure.Message);
        }
    }
}
