using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>
/// Restores packages with the SDK's own <c>dotnet restore</c> of a generated project, all that a notebook asked for together.
/// What was restored once is found again without asking a feed.
/// </summary>
internal sealed class PackageRestore
{
    /// <summary>How long a restore may take before it is ended.</summary>
    public static readonly TimeSpan TimeOut = TimeSpan.FromMinutes(3);

    private static readonly string s_framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    private List<string> _sources = [];
    private Dictionary<string, PackageReference> _packages = new(StringComparer.OrdinalIgnoreCase);

    public void AddSource(string source)
    {
        bool isFeed = source.Contains("://", StringComparison.Ordinal);
        string full = isFeed ? source : Path.GetFullPath(source);
        if (!isFeed && !Directory.Exists(full))
        {
            throw new MagicException($"#i: the folder {full} does not exist.");
        }

        if (!_sources.Contains(full))
        {
            _sources = [.. _sources, full];
        }
    }

    /// <summary>Restores these and all before them. When that fails, it is as if these had not been asked for.</summary>
    public async Task<IReadOnlyList<ResolvedPackageReference>> AddAsync(IReadOnlyList<PackageReference> packages, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<string, PackageReference>(_packages, StringComparer.OrdinalIgnoreCase);
        foreach (var package in packages)
        {
            if (wanted.TryGetValue(package.PackageName, out var before) && package.IsPackageVersionSpecified && before.PackageVersion != package.PackageVersion)
            {
                throw new MagicException(
                    $"{package.PackageName} {before.PackageVersion ?? "(newest)"} is loaded already. Restart the kernel to use version {package.PackageVersion}.");
            }

            wanted[package.PackageName] = before ?? package;
        }

        string project = Project(wanted.Values);
        string folder = Path.Combine(ShadowCopies.CacheFolder(), "packages", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16]);
        string assets = Path.Combine(folder, "obj", "project.assets.json");
        if (!AssetsFile.IsUsable(assets))
        {
            Directory.CreateDirectory(folder);
            string path = Path.Combine(folder, "packages.csproj");
            await File.WriteAllTextAsync(path, project, cancellationToken).ConfigureAwait(false);
            await DotnetRestore.RunAsync(path, TimeOut, cancellationToken).ConfigureAwait(false);
        }

        var resolved = AssetsFile.Read(assets);
        _packages = wanted;
        return resolved;
    }

    private string Project(IEnumerable<PackageReference> packages) =>
        new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", s_framework),
                new XElement("ImportDirectoryBuildProps", "false"),
                new XElement("ImportDirectoryPackagesProps", "false"),
                new XElement("NuGetAudit", "false"),
                new XElement("RestoreIgnoreFailedSources", "true"),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', _sources))),
            new XElement(
                "ItemGroup",
                packages.OrderBy(package => package.PackageName, StringComparer.OrdinalIgnoreCase).Select(package => new XElement(
                    "PackageReference",
                    new XAttribute("Include", package.PackageName),
                    new XAttribute("Version", package.PackageVersion ?? "*")))))
        .ToString();
}
