using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace RnnNotebooks.Engine;

/// <summary>The framework's assemblies to compile against.</summary>
internal static class FrameworkReferences
{
    /// <summary>The reference assemblies, with their documentation, where an SDK is installed; else what runs here.</summary>
    public static IReadOnlyList<string> Paths()
    {
        string runtime = RuntimeEnvironment.GetRuntimeDirectory();
        string packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        string folder = Path.Combine("ref", $"net{Environment.Version.Major}.{Environment.Version.Minor}");
        var candidates = Directory.Exists(packs)
            ? Directory.GetDirectories(packs, $"{Environment.Version.Major}.{Environment.Version.Minor}.*")
                .Select(pack => Path.Combine(pack, folder))
                .Where(Directory.Exists)
                .Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return candidates.LastOrDefault() is { } found
            ? Directory.GetFiles(found, "*.dll")
            : [.. Directory.GetFiles(runtime, "*.dll").Where(IsManagedFramework)];
    }

    public static PortableExecutableReference Create(string path)
    {
        string documentation = Path.ChangeExtension(path, ".xml");
        return MetadataReference.CreateFromFile(
            path,
            documentation: File.Exists(documentation) ? new XmlFile(documentation) : null);
    }

    private static bool IsManagedFramework(string path)
    {
        string name = Path.GetFileName(path);
        return name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll" or "Microsoft.VisualBasic.Core.dll" or "WindowsBase.dll"
            || (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains(".Native.", StringComparison.Ordinal));
    }
}
