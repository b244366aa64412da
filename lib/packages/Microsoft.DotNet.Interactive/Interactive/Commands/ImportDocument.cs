namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Runs the cells of a notebook or script in order and shows its markdown.</summary>
public class ImportDocument(string filePath, string? targetKernelName = null) : KernelCommand(targetKernelName)
{
    public string FilePath { get; } = filePath;
}
