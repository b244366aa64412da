using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace RnnNotebooks.Engine;

/// <summary>
/// Compiles cells, each on the one before it, and runs them. A cell inherits the references of that one: handing every reference
/// to every cell costs gigabytes after some hundred cells.
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
    private readonly CellChain _chain;
    private readonly SemaphoreSlim _beginning = new(1);
    private readonly string _assemblyPrefix = "Notebook" + Guid.NewGuid().ToString("N")[..8];
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
        _chain = new CellChain(NewCompilation(Parse(s_imports, "imports"), null, references, _options));
    }

    public ReferenceSet References { get; }

    public static SyntaxTree Parse(string code, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path);

    /// <summary>Takes the engine's place in a question about code: the tree, what it means and nothing that would run.</summary>
    public (SyntaxTree Tree, SemanticModel Model) Analyse(string code)
    {
        var tree = Parse(code, "question");
        return (tree, CompilationFor(tree).GetSemanticModel(tree));
    }

    /// <summary>A compilation of code after the last cell; nothing is kept of it.</summary>
    public CSharpCompilation CompilationFor(SyntaxTree tree) => CompilationFor(tree, _chain.End.Previous, References.Pending, _next.Peek);

    /// <summary>
    /// Compiles a cell and begins it: from here on, the next cell builds on it, however it ends. <see cref="End"/> must follow, unless
    /// it has errors.
    /// </summary>
    public async Task<CompiledCell> BeginAsync(string code, string path, CancellationToken cancellationToken)
    {
        // Cells that a cell sends at the same time still come one after another.
        await _beginning.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var cell = Compile(code, path, cancellationToken);
            if (cell.Declares)
            {
                _chain.Add(cell);
            }

            PrepareNext();
            return cell;
        }
        finally
        {
            _beginning.Release();
        }
    }

    /// <summary>A cell after the last one, which does not begin by that.</summary>
    public CompiledCell Compile(string code, string path, CancellationToken cancellationToken)
    {
        var tree = Parse(code, path);
        var guarded = CellGuards.Add(tree);
        var cell = Compile(guarded, cancellationToken);
        if (ReferenceEquals(guarded, tree))
        {
            return cell;
        }

        // What is wrong is said of the code as it was written; and were it the guards that are wrong, the cell would run without.
        return cell.Error is not null ? Compile(tree, cancellationToken)
            : cell.Diagnostics.Count > 0 ? cell with { Diagnostics = [.. Shown(CompilationFor(tree).GetDiagnostics(cancellationToken))] }
            : cell;
    }

    /// <summary>What the compiler says about code that is not to run.</summary>
    public IEnumerable<Microsoft.DotNet.Interactive.Diagnostic> Diagnose(string code)
    {
        var tree = Parse(code, CellNames.Question);
        return Shown(CompilationFor(tree).GetDiagnostics());
    }

    /// <summary>Runs a cell that has begun, up to its first await.</summary>
    public Task<object?> Run(CompiledCell cell) => cell.Entry is null ? Task.FromResult<object?>(null) : _chain.Run(cell);

    /// <summary>Ends a cell that has begun.</summary>
    public void End(CompiledCell cell)
    {
        if (cell.Declares && !_chain.TryRemoveUnrun(cell))
        {
            References.Keep(cell.Compilation!);
        }
    }

    /// <summary>Every variable, the newest of a name only, in the order they were declared.</summary>
    public IReadOnlyList<ScriptVariable> Variables() =>
        [.. _chain.States().SelectMany(ScriptVariable.Of).DistinctBy(variable => variable.Name, StringComparer.Ordinal).Reverse()];

    public ScriptVariable? FindVariable(string name) => Variables().FirstOrDefault(variable => variable.Name == name);

    public async Task SetVariableAsync(string name, object? value, Type type)
    {
        if (FindVariable(name) is { IsAssignable: true } existing && existing.Type.IsInstanceOfType(value))
        {
            existing.Value = value;
            return;
        }

        var cell = await BeginAsync($"{TypeSyntax.For(type)} {name} = default;", "value", CancellationToken.None).ConfigureAwait(false);
        if (cell.Error is not null)
        {
            throw new ArgumentException($"\"{name}\" cannot be the name of a variable.");
        }

        await Run(cell).ConfigureAwait(false);
        End(cell);
        FindVariable(name)!.Value = value;
    }

    /// <summary>Binds what the next cell is compiled against, in the background.</summary>
    public void PrepareNext()
    {
        var previous = _chain.End.Previous;
        _next.Prepare(previous, () => NewCompilation(null, previous, [], _options));
    }

    private static bool HasCode(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot().Members.Count > 0);

    private CompiledCell Compile(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var place = _chain.End;
        var pending = References.Pending;
        var compilation = CompilationFor(tree, place.Previous, pending, _next.Take);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        bool hasCode = HasCode(compilation);
        var diagnostics = hasCode
            ? compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: cancellationToken).Diagnostics
            : compilation.GetDiagnostics(cancellationToken);
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return Failure(compilation.GetDiagnostics(cancellationToken)); // writing code stops at the first stage that has errors
        }

        return new CompiledCell
        {
            Diagnostics = [.. Shown(diagnostics)],
            Compilation = compilation,
            Place = place,
            Declares = pending.Count > 0 || Declarations.Any(compilation),
            Entry = hasCode ? Load(compilation, image, symbols, cancellationToken) : null,
            HasResult = TrailingExpression.HasValue(compilation),
        };
    }

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

    private CSharpCompilation CompilationFor(
        SyntaxTree tree,
        CSharpCompilation previous,
        IReadOnlyList<MetadataReference> pending,
        Func<CSharpCompilation, CSharpCompilation?> prepared)
    {
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
}
