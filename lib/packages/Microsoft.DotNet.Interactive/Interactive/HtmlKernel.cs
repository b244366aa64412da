using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive;

/// <summary>Shows its cells as HTML.</summary>
public class HtmlKernel : Kernel, IKernelCommandHandler<SubmitCode>
{
    public static readonly string DefaultKernelName = "html";

    public HtmlKernel()
        : base(DefaultKernelName, "HTML", null)
    {
    }

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        context.DisplayAs(command.Code.Trim('\n'), "text/html");
        return Task.CompletedTask;
    }
}
