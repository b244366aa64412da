namespace Microsoft.DotNet.Interactive;

/// <summary>A restored package: its version and the files it brings.</summary>
public class ResolvedPackageReference(
    string packageName,
    string packageVersion,
    IReadOnlyList<string> assemblyPaths,
    string? packageRoot = null,
    IReadOnlyList<string>? probingPaths = null)
    : PackageReference(packageName, packageVersion)
{
    public IReadOnlyList<string> AssemblyPaths { get; } = assemblyPaths;

    public string? PackageRoot { get; } = packageRoot;

    /// <summary>Folders to look for native libraries in.</summary>
    public IReadOnlyList<string> ProbingPaths { get; } = probingPaths ?? [];
}
