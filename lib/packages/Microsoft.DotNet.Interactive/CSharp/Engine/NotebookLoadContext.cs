using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace RnnNotebooks.Engine;

/// <summary>Where the assemblies of cells and of what they reference live. The engine's own assemblies are shared with them.</summary>
internal sealed class NotebookLoadContext() : AssemblyLoadContext("Notebook")
{
    private static readonly HashSet<string> s_shared = SharedNames();

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _folders = [];

    /// <summary>Says when a file that is loaded already has changed since: the new one needs a fresh process.</summary>
    public event Action<string>? Changed;

    /// <summary>Makes a file loadable by its name, and what lies beside it.</summary>
    /// <param name="copy">The file to load.</param>
    /// <param name="original">The file it was copied from.</param>
    public void Register(string copy, string original)
    {
        string name = Path.GetFileNameWithoutExtension(copy);
        bool changed;
        lock (_gate)
        {
            changed = _paths.TryGetValue(name, out string? before) && before != copy;
            if (!changed)
            {
                _paths[name] = copy;
            }

            AddFolder(Path.GetDirectoryName(copy)!);
        }

        if (changed)
        {
            Changed?.Invoke(original);
        }
    }

    public void AddFolder(string folder)
    {
        lock (_gate)
        {
            if (!_folders.Contains(folder))
            {
                _folders.Add(folder);
            }
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (s_shared.Contains(name))
        {
            return null;
        }

        string? path;
        lock (_gate)
        {
            path = _paths.GetValueOrDefault(name)
                ?? _folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
        }

        return path is null ? null : LoadFromAssemblyPath(path);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] folders;
        lock (_gate)
        {
            folders = [.. _folders];
        }

        var found = folders
            .SelectMany(folder => new[] { folder, Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native"), Path.Combine(folder, "runtimes", PortableIdentifier, "native") })
            .SelectMany(folder => FileNames(unmanagedDllName).Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        return found is null ? 0 : LoadUnmanagedDllFromPath(found);
    }

    /// <summary>The identifier without a distribution's name: <c>linux-x64</c>.</summary>
    private static string PortableIdentifier =>
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static IEnumerable<string> FileNames(string name)
    {
        string suffix = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        return name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) || name.Contains(suffix + ".", StringComparison.Ordinal)
            ? [name]
            : [name + suffix, "lib" + name + suffix, name];
    }

    // The framework and the engine itself: a second copy of these would be different types with the same names.
    private static HashSet<string> SharedNames()
    {
        var names = Directory.GetFiles(DotNetInstallation.Framework, "*.dll").Select(Path.GetFileNameWithoutExtension);
        var engine = GetLoadContext(typeof(NotebookLoadContext).Assembly)!.Assemblies
            .Select(assembly => assembly.GetName().Name)
            .Where(name => name!.StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                || name == "Microsoft.AspNetCore.Html.Abstractions");
        return new HashSet<string>(names.Concat(engine)!, StringComparer.OrdinalIgnoreCase);
    }
}
