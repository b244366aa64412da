namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>What a kernel is called, speaks and understands; asked of a composite kernel, all its kernels answer.</summary>
public class RequestKernelInfo : KernelCommand
{
    public RequestKernelInfo(string? targetKernelName = null)
        : base(targetKernelName)
    {
    }

    public RequestKernelInfo(Uri destinationUri) => DestinationUri = destinationUri;
}
