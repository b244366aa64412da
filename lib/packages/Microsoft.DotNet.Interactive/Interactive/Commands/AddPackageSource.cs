namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Adds a feed or a folder to look for packages in.</summary>
public class AddPackageSource(string packageSource, string? targetKernelName = null) : KernelCommand(targetKernelName)
{
    public string PackageSource { get; } = packageSource;
}
