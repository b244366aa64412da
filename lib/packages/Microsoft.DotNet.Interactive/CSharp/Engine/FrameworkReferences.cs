using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace RnnNotebooks.Engine;

/// <summary>The framework's assemblies to compile against, and how the compiler reads an assembly.</summary>
internal static class FrameworkReferences
{
    // The compiler reads metadata where the files are mapped, as long as the process lives.
    private static readonly ConcurrentBag<MemoryMappedViewAccessor> s_views = [];

    /// <summary>The reference assemblies, with their documentation, where an SDK is installed; else what runs here.</summary>
    public static IReadOnlyList<string> Paths() =>
        DotNetInstallation.References is { } found
            ? Directory.GetFiles(found, "*.dll")
            : [.. Directory.GetFiles(DotNetInstallation.Framework, "*.dll").Where(IsManagedFramework)];

    /// <summary>
    /// A reference to an assembly, mapped instead of read: most of its pages are never looked at. The compiler gets the metadata
    /// alone: of a whole file it would write the identity into every cell's debug symbols, and parse the metadata anew for that
    /// (half of what compiling a small cell allocates).
    /// </summary>
    public static unsafe PortableExecutableReference Create(string path)
    {
        if (new FileInfo(path) is not { LinkTarget: null, Length: > 0 and <= int.MaxValue } found)
        {
            return Read(path); // what a link leads to may be rebuilt in place
        }

        int size = (int)found.Length;
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, size, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        if (ModuleIn(start, size) is not { } module)
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            return Read(path);
        }

        s_views.Add(view);
        return AssemblyMetadata.Create(module).GetReference(Documentation(path), filePath: path);
    }

    // What is no assembly the compiler refuses, with its name and the reason.
    private static PortableExecutableReference Read(string path) =>
        MetadataReference.CreateFromFile(path, documentation: Documentation(path));

    private static unsafe ModuleMetadata? ModuleIn(byte* start, int size)
    {
        using var image = new PEReader(start, size);
        try
        {
            var metadata = image.HasMetadata ? image.GetMetadata() : default;
            return metadata.Length > 0 ? ModuleMetadata.CreateFromMetadata((nint)metadata.Pointer, metadata.Length) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
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
