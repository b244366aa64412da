using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DotNet.Interactive;

/// <summary>A package asked for by name, with or without a version.</summary>
public class PackageReference(string packageName, string? packageVersion = null)
{
    public string PackageName { get; } = packageName;

    public string? PackageVersion { get; } = packageVersion;

    public bool IsPackageVersionSpecified => !string.IsNullOrWhiteSpace(PackageVersion);

    /// <summary>Reads <c>nuget:Id</c> or <c>nuget:Id,version</c>; a <c>*</c> stands for "the newest".</summary>
    public static bool TryParse(string value, [NotNullWhen(true)] out PackageReference? reference)
    {
        reference = null;
        string text = value.Trim().Trim('"').Trim();
        if (!text.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        string[] parts = text["nuget:".Length..].Split(',', 2, StringSplitOptions.TrimEntries);
        if (parts[0].Length == 0)
        {
            return false;
        }

        string? version = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null;
        reference = new PackageReference(parts[0], version == "*" ? null : version);
        return true;
    }

    public override string ToString() => IsPackageVersionSpecified ? $"{PackageName},{PackageVersion}" : PackageName;
}
