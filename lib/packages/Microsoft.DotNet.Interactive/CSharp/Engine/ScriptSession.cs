using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace RnnNotebooks.Engine;

/// <summary>
/// The chain of cells that ran. Each is compiled on the one before it and inherits that one's references: handing every
/// reference to every cell costs gigabytes after some hundred cells.
/// </summary>
internal sealed class ScriptSession
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    private static readonly string s_imports = string.Join('\n',
        "using System;",
        "using System.Text;",
        "using System.Collections;",
        "using System.Collections.Generic;",
        "using System.Threading.Tasks;",
        "using System.Linq;",
        "using static Microsoft.DotNet.Interactive.Kernel;");

    private readonly CSharpCompilationOptions _options;
    private readonly CSharpCompilationOptions _unsafeOptions;
    private readonly NextCompilation _next = new();
    private readonly Lock _gate = new();
    private readonly string _assemblyPrefix = "Notebook" + Guid.NewGuid().ToString("N")[..8];
    private CSharpCompilation _last;
    private object?[] _states = new object?[64]; // the first is Roslyn's host object, which we have none of
    private int _stateCount = 1;
    private int _compiled;

    public ScriptSession()
        : this(ReferenceSet.Defaults)
    {
    }

    public ScriptSession(IEnumerable<MetadataReference> references)
    {
        References = new ReferenceSet();
        _options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: "Cell",
            optimizationLevel: OptimizationLevel.Release,
            metadataReferenceResolver: References.Resolver,
            sourceReferenceResolver: ScriptFiles.Resolver,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
            nullableContextOptions: NullableContextOptions.Disable,
            concurrentBuild: false,
            specificDiagnosticOptions: CellDiagnostics.Options);
        _unsafeOptions = _options.WithAllowUnsafe(true);
        _last = NewCompilation(Parse(s_imports, "imports"), null, references, _options);
    }

    public ReferenceSet References { get; }

    /// <summary>The last cell that ran: what the next one, or a question about one, builds on.</summary>
    public CSharpCompilation Last
    {
        get
        {
            lock (_gate)
            {
                return _last;
            }
        }
    }

    public static SyntaxTree Parse(string code, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path);

    /// <summary>Takes the engine's place in a question about code: the tree, what it means and nothing that would run.</summary>
    public (SyntaxTree Tree, SemanticModel Model) Analyse(string code)
    {
        var tree = Parse(code, "question");
        return (tree, CompilationFor(tree).GetSemanticModel(tree));
    }

    /// <summary>A compilation of code after the last cell; nothing is kept of it.</summary>
    public CSharpCompilation CompilationFor(SyntaxTree tree) => CompilationFor(tree, _next.Peek);

    public CompiledCell Compile(string code, string path, CancellationToken cancellationToken)
    {
        var tree = Parse(code, path);
        var compilation = CompilationFor(RecursionGuard.Add(tree), _next.Take);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        bool hasCode = HasCode(compilation);
        var emitted = hasCode
            ? compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: cancellationToken)
            : null;
        var diagnostics = emitted?.Diagnostics ?? compilation.GetDiagnostics(cancellationToken);
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            // The positions must be those of the code as it was written.
            PrepareAfter(Last);
            return Failure(CompilationFor(tree).GetDiagnostics(cancellationToken));
        }

        PrepareAfter(compilation);
        return new CompiledCell
        {
            Diagnostics = [.. Shown(diagnostics)],
            Compilation = compilation,
            Entry = hasCode ? Load(compilation, image, symbols, cancellationToken) : null,
            HasResult = TrailingExpression.HasValue(compilation),
        };
    }

    /// <summary>What the compiler says about code that is not to run.</summary>
    public IEnumerable<Microsoft.DotNet.Interactive.Diagnostic> Diagnose(string code)
    {
        var tree = Parse(code, CellNames.Prefix);
        return Shown(CompilationFor(tree).GetDiagnostics());
    }

    /// <summary>Begins a cell: from here on, the next cell builds on it, however it ends.</summary>
    public Task<object?> Start(CompiledCell cell)
    {
        if (cell.Entry is null)
        {
            Advance(cell, hasState: false);
            return Task.FromResult<object?>(null);
        }

        lock (_gate)
        {
            if (_stateCount == _states.Length)
            {
                Array.Resize(ref _states, _states.Length * 2);
            }
        }

        try
        {
            return cell.Entry(_states);
        }
        finally
        {
            Advance(cell, hasState: true);
        }
    }

    /// <summary>Every variable, the newest of a name only, in the order they were declared.</summary>
    public IReadOnlyList<ScriptVariable> Variables()
    {
        var found = new Dictionary<string, ScriptVariable>(StringComparer.Ordinal);
        lock (_gate)
        {
            for (int i = _stateCount - 1; i > 0; i--)
            {
                foreach (var variable in ScriptVariable.Of(_states[i]))
                {
                    found.TryAdd(variable.Name, variable);
                }
            }
        }

        return [.. found.Values.Reverse()];
    }

    public ScriptVariable? FindVariable(string name) => Variables().FirstOrDefault(variable => variable.Name == name);

    public void SetVariable(string name, object? value, Type type)
    {
        if (FindVariable(name) is { IsAssignable: true } existing && existing.Type.IsInstanceOfType(value))
        {
            existing.Value = value;
            return;
        }

        string declaration = $"{TypeSyntax.For(type)} {name} = default;";
        var cell = Compile(declaration, "value", CancellationToken.None);
        if (cell.Error is not null)
        {
            throw new ArgumentException($"\"{name}\" cannot be the name of a variable: {cell.Error.Message}", nameof(name));
        }

        Start(cell).GetAwaiter().GetResult();
        FindVariable(name)!.Value = value;
    }

    /// <summary>Reads what every cell is compiled against; the first cell would otherwise.</summary>
    public void ReadReferences() => PrepareAfter(Last);

    private static bool HasCode(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot().Members.Count > 0);

    private static CompiledCell Failure(IEnumerable<Diagnostic> diagnostics)
    {
        var shown = Shown(diagnostics).ToArray();
        var errors = shown.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        string message = string.Join('\n', errors.Select(error => error.ToString()));
        return new CompiledCell
        {
            Diagnostics = shown,
            Error = new CodeSubmissionCompilationErrorException(new InvalidOperationException(message)),
        };
    }

    private static IEnumerable<Microsoft.DotNet.Interactive.Diagnostic> Shown(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .Select(CellDiagnostics.Create);

    private void PrepareAfter(CSharpCompilation previous) =>
        _next.Prepare(previous, () => NewCompilation(null, previous, [], _options));

    private CSharpCompilation CompilationFor(SyntaxTree tree, Func<CSharpCompilation, CSharpCompilation?> prepared)
    {
        var previous = Last;
        var pending = References.Pending;
        // Only an assembly that is to be unsafe is marked so: the marks cost a small cell 2 % of its time.
        bool isUnsafe = tree.ToString().Contains("unsafe", StringComparison.Ordinal);
        return pending.Count == 0 && !isUnsafe && prepared(previous) is { } ready
            ? ready.AddSyntaxTrees(tree)
            : NewCompilation(tree, previous, pending, isUnsafe ? _unsafeOptions : _options);
    }

    // A cell's result is an object.
    private CSharpCompilation NewCompilation(
        SyntaxTree? tree,
        CSharpCompilation? previous,
        IEnumerable<MetadataReference> references,
        CSharpCompilationOptions options) =>
        CSharpCompilation.CreateScriptCompilation(
            $"{_assemblyPrefix}-{Interlocked.Increment(ref _compiled)}",
            tree,
            references,
            options,
            previous);

    private Func<object?[], Task<object?>> Load(
        CSharpCompilation compilation,
        MemoryStream image,
        MemoryStream symbols,
        CancellationToken cancellationToken)
    {
        var entry = compilation.GetEntryPoint(cancellationToken)!;
        image.Position = 0;
        symbols.Position = 0;
        var assembly = References.LoadContext.LoadFromStream(image, symbols);
        var type = assembly.GetType(entry.ContainingType.MetadataName, throwOnError: true)!;
        var method = type.GetMethod(entry.MetadataName, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)!;
        return method.CreateDelegate<Func<object?[], Task<object?>>>();
    }

    private void Advance(CompiledCell cell, bool hasState)
    {
        lock (_gate)
        {
            if (hasState && _states[_stateCount] is null)
            {
                return; // stopped before its first statement: there is nothing to build on
            }

            _last = cell.Compilation!;
            References.Keep(_last);
            _stateCount += hasState ? 1 : 0;
        }
    }
}
