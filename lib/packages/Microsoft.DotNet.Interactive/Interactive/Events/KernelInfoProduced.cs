using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>The answer to RequestKernelInfo: one event a kernel.</summary>
public class KernelInfoProduced(KernelInfo kernelInfo, KernelCommand command) : KernelEvent(command)
{
    public KernelInfo KernelInfo { get; } = kernelInfo;
}
