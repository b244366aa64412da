using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using RnnNotebooks.Engine;

namespace Microsoft.DotNet.Interactive.CSharp;

public partial class CSharpKernel :
    IPackageKernel,
    IKernelCommandHandler<AddPackage>,
    IKernelCommandHandler<AddPackageSource>
{
    private readonly PackageRestore _packages = new();

    async Task IPackageKernel.AddPackagesAsync(IReadOnlyList<PackageReference> packages, KernelInvocationContext context)
    {
        var own = packages.Where(package => CoursePackages.Find(package) is not null).ToArray();
        var resolved = own.Select(package => CoursePackages.Find(package)!).ToList();
        if (own.Length < packages.Count)
        {
            resolved.AddRange(await _packages.AddAsync([.. packages.Except(own)], context.StopToken).ConfigureAwait(false));
        }

        foreach (var package in resolved)
        {
            foreach (string folder in package.ProbingPaths)
            {
                _session.References.LoadContext.AddFolder(folder);
            }

            if (package.PackageRoot is null)
            {
                AddAssemblyReferences(package.AssemblyPaths); // built here, and may be built again
            }
            else
            {
                _session.References.AddUnchanging(package.AssemblyPaths); // a package's files never change
            }

            context.Publish(new PackageAdded(package, context.Command));
        }

        var asked = resolved.Where(one => packages.Any(package => string.Equals(package.PackageName, one.PackageName, StringComparison.OrdinalIgnoreCase)));
        context.DisplayAs("Packages: " + string.Join(", ", asked.Select(one => $"{one.PackageName} {one.PackageVersion}".TrimEnd())), "text/plain");
    }

    private async Task AddPackagesOfAsync(LoadedScript file, KernelInvocationContext context)
    {
        foreach (string source in file.Sources)
        {
            _packages.AddSource(source);
        }

        if (file.Packages.Count > 0)
        {
            await ((IPackageKernel)this).AddPackagesAsync(file.Packages, context).ConfigureAwait(false);
        }
    }

    void IPackageKernel.AddPackageSource(string source) => _packages.AddSource(source);

    Task IKernelCommandHandler<AddPackage>.HandleAsync(AddPackage command, KernelInvocationContext context) =>
        ((IPackageKernel)this).AddPackagesAsync([new PackageReference(command.PackageName, command.PackageVersion)], context);

    Task IKernelCommandHandler<AddPackageSource>.HandleAsync(AddPackageSource command, KernelInvocationContext context)
    {
        _packages.AddSource(command.PackageSource);
        return Task.CompletedTask;
    }
}
