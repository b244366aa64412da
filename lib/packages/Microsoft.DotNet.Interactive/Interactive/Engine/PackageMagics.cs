using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary><c>#r "nuget:…"</c> and <c>#i "nuget:…"</c>: a cell's feeds first, then all its packages in one restore.</summary>
internal static class PackageMagics
{
    public static Task AddPackageAsync(MagicCall call) => AddPackagesAsync([call]);

    public static Task AddPackagesAsync(IReadOnlyList<MagicCall> calls)
    {
        PackageReference[] packages = [.. calls.Select(Package)];
        return KernelOf(calls[0]).AddPackagesAsync(packages, calls[0].Context);
    }

    public static Task AddSourceAsync(MagicCall call)
    {
        string source = Text(call);
        source = source.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? source["nuget:".Length..].Trim() : source;
        if (source.Length == 0)
        {
            throw new MagicException("#i needs a feed's address or a folder: #i \"nuget:folder\".");
        }

        KernelOf(call).AddPackageSource(source);
        return Task.CompletedTask;
    }

    private static PackageReference Package(MagicCall call) =>
        PackageReference.TryParse(Text(call), out var reference)
            ? reference
            : throw new MagicException("#r \"nuget:\" needs a package's name: #r \"nuget:Id,version\".");

    private static string Text(MagicCall call) => string.Join(' ', call.Line.Arguments).Trim();

    private static IPackageKernel KernelOf(MagicCall call) =>
        call.Kernel as IPackageKernel
        ?? throw new MagicException($"The kernel \"{call.Kernel.Name}\" has no packages: {call.Line.Name} belongs in a C# section.");
}
