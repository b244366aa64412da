using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using Microsoft.CodeAnalysis;

namespace RnnNotebooks.Engine;

/// <summary>The framework's assemblies to compile against.</summary>
internal static class FrameworkReferences
{
    // The compiler reads the framework's metadata where the files are mapped, as long as the process lives.
    private static readonly ConcurrentBag<MemoryMappedViewAccessor> s_views = [];

    /// <summary>The reference assemblies, with their documentation, where an SDK is installed; else what runs here.</summary>
    public static IReadOnlyList<string> Paths() =>
        DotNetInstallation.References is { } found
            ? Directory.GetFiles(found, "*.dll")
            : [.. Directory.GetFiles(DotNetInstallation.Framework, "*.dll").Where(IsManagedFramework)];

    /// <summary>A reference to a file that may be rebuilt: it is read at once.</summary>
    public static PortableExecutableReference Create(string path) =>
        MetadataReference.CreateFromFile(path, documentation: Documentation(path));

    /// <summary>A reference to an assembly of the framework, mapped instead of read: most of its pages are never looked at.</summary>
    public static unsafe PortableExecutableReference Map(string path)
    {
        int size = checked((int)new FileInfo(path).Length);
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, size, MemoryMappedFileAccess.Read);
        s_views.Add(view);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromImage((nint)start, size))
            .GetReference(Documentation(path), filePath: path);
    }

    private static XmlFile? Documentation(string path)
    {
        string documentation = Path.ChangeExtension(path, ".xml");
        return File.Exists(documentation) ? new XmlFile(documentation) : null;
    }

    private static bool IsManagedFramework(string path)
    {
        string name = Path.GetFileName(path);
        return name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll" or "Microsoft.VisualBasic.Core.dll" or "WindowsBase.dll"
            || (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains(".Native.", StringComparison.Ordinal));
    }
}
