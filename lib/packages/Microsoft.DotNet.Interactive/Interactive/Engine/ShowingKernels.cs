using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>Shows its cells as Markdown.</summary>
public sealed class MarkdownKernel() : Kernel("markdown", "Markdown", null), IKernelCommandHandler<SubmitCode>
{
    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        string text = command.Code.Trim('\n');
        FormattedValue[] values = [new("text/markdown", text), new("text/plain", text)];
        context.Publish(new DisplayedValueProduced(text, command, values));
        return Task.CompletedTask;
    }
}

/// <summary>Shows its cells as diagrams: front ends draw Mermaid themselves, offline.</summary>
public sealed class MermaidKernel() : Kernel("mermaid", "Mermaid", null), IKernelCommandHandler<SubmitCode>
{
    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        string text = command.Code.Trim('\n');
        FormattedValue[] values =
        [
            new("text/vnd.mermaid", text),
            new("text/markdown", $"```mermaid\n{text}\n```"),
            new("text/plain", text),
        ];
        context.Publish(new DisplayedValueProduced(text, command, values));
        return Task.CompletedTask;
    }
}
