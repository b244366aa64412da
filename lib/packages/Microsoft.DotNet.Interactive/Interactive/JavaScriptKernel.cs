using System.Text.Json;
using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive;

/// <summary>Runs its cells in the page. Values sent to it become <c>window</c> variables there.</summary>
public class JavaScriptKernel : Kernel, IKernelCommandHandler<SubmitCode>, IKernelCommandHandler<SendValue>
{
    public static readonly string DefaultKernelName = "javascript";

    internal JavaScriptKernel()
        : base(DefaultKernelName, "JavaScript", "ES2022")
    {
        KernelInfo.Aliases = ["js"];
    }

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        context.Display(new ScriptContent(command.Code), "text/html");
        return Task.CompletedTask;
    }

    public Task HandleAsync(SendValue command, KernelInvocationContext context)
    {
        string json = command.FormattedValue is { MimeType: "application/json" } formatted
            ? formatted.Value
            : JsonSerializer.Serialize(command.Value);
        context.Display(new ScriptContent($"window[{ScriptContent.Quote(command.Name)}] = {json};"), "text/html");
        return Task.CompletedTask;
    }
}
