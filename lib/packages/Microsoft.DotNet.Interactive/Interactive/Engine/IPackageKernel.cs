using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>A kernel that packages can be added to.</summary>
internal interface IPackageKernel
{
    /// <summary>Restores all of them together, so that their dependencies agree, and references them. All or none.</summary>
    Task AddPackagesAsync(IReadOnlyList<PackageReference> packages, KernelInvocationContext context);

    void AddPackageSource(string source);
}
