using System.Collections.Immutable;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>What cells are compiled against and what is loaded for them when they run.</summary>
internal sealed class ReferenceSet
{
    // One for the process: the metadata behind them is large, and the same for every kernel.
    private static readonly Lazy<IReadOnlyList<PortableExecutableReference>> s_defaults = new(() =>
        [
            .. FrameworkReferences.Paths().Where(path => !FrameworkFacades.IsFacade(path)).Concat(EnginePaths()).Select(FrameworkReferences.Create),
        ]);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PortableExecutableReference> _byPath = new(StringComparer.Ordinal);
    private ImmutableArray<PortableExecutableReference> _pending = [];

    public ReferenceSet() => Resolver = new DllReferences(this);

    public NotebookLoadContext LoadContext { get; } = new();

    public MetadataReferenceResolver Resolver { get; }

    /// <summary>The framework and the engine, for the first cell; the others inherit them.</summary>
    public static IReadOnlyList<PortableExecutableReference> Defaults => s_defaults.Value;

    /// <summary>As few of them as a cell without references of its own compiles against; all where only the running framework is there.</summary>
    public static IEnumerable<PortableExecutableReference> Few => DotNetInstallation.References is null
        ? Defaults
        : Defaults.Where(one => Path.GetFileName(one.FilePath) is "System.Runtime.dll" or "System.Linq.dll" or "System.Collections.dll" or "Microsoft.DotNet.Interactive.dll");

    /// <summary>References that no cell has yet.</summary>
    public IReadOnlyList<PortableExecutableReference> Pending => _pending;

    public void AddFiles(IEnumerable<string> paths) => Add(paths.Select(ForFile));

    /// <summary>References to files that are not copied first.</summary>
    public void AddUnchanging(IEnumerable<string> paths) => Add(paths.Select(path => Reference(path, path)));

    private void Add(IEnumerable<PortableExecutableReference> added)
    {
        foreach (var reference in added)
        {
            lock (_gate)
            {
                if (!_pending.Contains(reference))
                {
                    _pending = _pending.Add(reference);
                }
            }
        }
    }

    /// <summary>The reference for a file, copied so that the file itself can be rebuilt while it is in use.</summary>
    public PortableExecutableReference ForFile(string path) => Reference(ShadowCopies.For(path), path);

    private PortableExecutableReference Reference(string copy, string path)
    {
        lock (_gate)
        {
            if (!_byPath.TryGetValue(copy, out var reference))
            {
                LoadContext.Register(copy, path);
                reference = FrameworkReferences.Create(copy);
                _byPath.Add(copy, reference);
            }

            return reference;
        }
    }

    /// <summary>A cell has them now, and every later cell inherits them.</summary>
    public void Keep(Compilation compilation)
    {
        lock (_gate)
        {
            var kept = compilation.References.ToHashSet();
            _pending = _pending.RemoveAll(kept.Contains);
        }
    }

    private static IEnumerable<string> EnginePaths() =>
        new[]
        {
            typeof(Kernel).Assembly.Location,
            typeof(ReferenceSet).Assembly.Location,
            typeof(Formatter).Assembly.Location,
            typeof(CodeSubmission).Assembly.Location,
            typeof(IHtmlContent).Assembly.Location,
        }
        .Where(File.Exists);
}
