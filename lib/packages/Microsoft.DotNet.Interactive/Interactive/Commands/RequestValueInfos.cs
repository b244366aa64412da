namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>The names and types of a kernel's variables, each with a short view of its value.</summary>
public class RequestValueInfos(string? targetKernelName = null, string? mimeType = null) : KernelCommand(targetKernelName)
{
    public string MimeType { get; } = mimeType ?? "text/plain+summary";
}
