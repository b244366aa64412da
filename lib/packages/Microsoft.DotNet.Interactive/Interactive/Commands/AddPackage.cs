namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Restores a package and its dependencies and references them.</summary>
public class AddPackage(string packageName, string? packageVersion = null, string? targetKernelName = null)
    : KernelCommand(targetKernelName)
{
    public string PackageName { get; } = packageName;

    public string? PackageVersion { get; } = packageVersion;
}
