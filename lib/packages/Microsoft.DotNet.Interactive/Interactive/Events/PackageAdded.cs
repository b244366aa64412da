using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>A package is restored and referenced.</summary>
public class PackageAdded(ResolvedPackageReference packageReference, KernelCommand command) : KernelEvent(command)
{
    public ResolvedPackageReference PackageReference { get; } = packageReference;
}
