namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>One variable of a kernel, as an object and formatted.</summary>
public class RequestValue(string name, string? mimeType = null, string? targetKernelName = null) : KernelCommand(targetKernelName)
{
    public string Name { get; } = name;

    public string MimeType { get; } = mimeType ?? "application/json";
}
