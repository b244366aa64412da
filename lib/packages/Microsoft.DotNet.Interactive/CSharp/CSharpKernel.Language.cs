using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using RnnNotebooks.Engine;

namespace Microsoft.DotNet.Interactive.CSharp;

public partial class CSharpKernel :
    IKernelCommandHandler<RequestCompletions>,
    IKernelCommandHandler<RequestHoverText>,
    IKernelCommandHandler<RequestSignatureHelp>,
    IKernelCommandHandler<RequestDiagnostics>
{
    Task IKernelCommandHandler<RequestCompletions>.HandleAsync(RequestCompletions command, KernelInvocationContext context)
    {
        var cell = new CellText(command.Code, this);
        int position = cell.Position(command.LinePosition);
        var found = DirectiveCompletion.Find(cell, position, this)
            ?? (cell.IsCode(position) ? Completion.Find(_session, cell, position) : CompletionList.None(position));
        context.Publish(new CompletionsProduced(found.Items, command, cell.Span(found.Start, found.End)));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestHoverText>.HandleAsync(RequestHoverText command, KernelInvocationContext context)
    {
        var cell = new CellText(command.Code, this);
        if (Hover.Find(_session, cell, cell.Position(command.LinePosition)) is { } hover)
        {
            FormattedValue[] content = [new("text/markdown", hover.Markdown), new("text/plain", hover.Text)];
            context.Publish(new HoverTextProduced(command, content, cell.Span(hover.Start, hover.End)));
        }

        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestSignatureHelp>.HandleAsync(RequestSignatureHelp command, KernelInvocationContext context)
    {
        var cell = new CellText(command.Code, this);
        context.Publish(SignatureHelp.Find(_session, cell, cell.Position(command.LinePosition), command)
            ?? SignatureHelpProduced.Empty(command));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestDiagnostics>.HandleAsync(RequestDiagnostics command, KernelInvocationContext context)
    {
        var cell = new CellText(command.Code, this);
        Diagnostic[] found = [.. cell.MagicMistakes, .. _session.Diagnose(cell.Code)];
        if (found.Length > 0)
        {
            context.Publish(new DiagnosticsProduced(
                found,
                [.. found.Select(one => new FormattedValue("text/plain", one.ToString()))],
                command));
        }

        return Task.CompletedTask;
    }
}
