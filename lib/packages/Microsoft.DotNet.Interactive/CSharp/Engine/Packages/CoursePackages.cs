using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>
/// The packages that the course is written against. Notebooks from elsewhere ask for them by name; here they are the assemblies
/// that are built with the course, so such a notebook runs offline.
/// </summary>
internal static class CoursePackages
{
    private static readonly Dictionary<string, string[]> s_assemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TorchSharp"] = ["TorchSharp"],
        ["TorchSharp-cpu"] = ["TorchSharp"],
        ["Plotly.NET"] = ["Plotly.NET", "FSharp.Core"],
        ["Plotly.NET.CSharp"] = ["Plotly.NET.CSharp", "Plotly.NET", "FSharp.Core"],
        ["Plotly.NET.Interactive"] = ["Plotly.NET", "FSharp.Core"],
        ["Microsoft.DotNet.Interactive"] = [],
        ["Microsoft.DotNet.Interactive.CSharp"] = [],
        ["Microsoft.DotNet.Interactive.Formatting"] = [],
    };

    /// <summary>The course's own build of a package; null where it is another package, or the course is not built here.</summary>
    public static ResolvedPackageReference? Find(PackageReference package)
    {
        if (!s_assemblies.TryGetValue(package.PackageName, out string[]? assemblies))
        {
            return null;
        }

        if (assemblies.Length == 0)
        {
            return new ResolvedPackageReference(package.PackageName, "(this engine)", []);
        }

        string? folder = Folders().FirstOrDefault(one => File.Exists(Path.Combine(one, assemblies[0] + ".dll")));
        return folder is null
            ? null
            : new ResolvedPackageReference(
                package.PackageName,
                "(the course's own)",
                [.. assemblies.Select(name => Path.Combine(folder, name + ".dll")).Where(File.Exists)]);
    }

    // artifacts/lesson, seen from the notebook and from the published engine
    private static IEnumerable<string> Folders() =>
        new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory }
            .SelectMany(start => Parents(new DirectoryInfo(start)))
            .Select(folder => Path.Combine(folder.FullName, "artifacts", "lesson"));

    private static IEnumerable<DirectoryInfo> Parents(DirectoryInfo folder)
    {
        for (var one = folder; one is not null; one = one.Parent)
        {
            yield return one;
        }
    }
}
