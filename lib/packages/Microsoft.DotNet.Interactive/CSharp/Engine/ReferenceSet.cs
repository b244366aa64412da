using System.Collections.Immutable;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>What cells are compiled against and what is loaded for them when they run.</summary>
internal sealed class ReferenceSet
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PortableExecutableReference> _byPath = new(StringComparer.Ordinal);
    private ImmutableArray<PortableExecutableReference> _pending = [];

    public ReferenceSet()
    {
        Resolver = new DllReferences(this);
        Defaults = [.. FrameworkReferences.Paths().Concat(EnginePaths()).Select(FrameworkReferences.Create)];
    }

    public NotebookLoadContext LoadContext { get; } = new();

    public MetadataReferenceResolver Resolver { get; }

    /// <summary>The framework and the engine, for the first cell; the others inherit them.</summary>
    public IReadOnlyList<PortableExecutableReference> Defaults { get; }

    /// <summary>References that no cell has yet.</summary>
    public IReadOnlyList<PortableExecutableReference> Pending => _pending;

    public void AddFiles(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            var reference = ForFile(path);
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
    public PortableExecutableReference ForFile(string path)
    {
        string copy = ShadowCopies.For(path);
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
            Path.Combine(AppContext.BaseDirectory, "Microsoft.DotNet.Interactive.Documents.dll"),
            typeof(IHtmlContent).Assembly.Location,
        }
        .Where(File.Exists);
}
