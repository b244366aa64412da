using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;
using Diagnostic = Microsoft.DotNet.Interactive.Diagnostic;

namespace RnnNotebooks.Engine;

/// <summary>The compiler's messages as a notebook shows them.</summary>
internal static class CellDiagnostics
{
    /// <summary>Warnings that say nothing about the cell: how its assembly binds, and awaiting nothing in a script.</summary>
    public static IReadOnlyDictionary<string, ReportDiagnostic> Options { get; } = new Dictionary<string, ReportDiagnostic>
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
        ["CS1705"] = ReportDiagnostic.Suppress,
        ["CS7011"] = ReportDiagnostic.Suppress,
        ["CS8632"] = ReportDiagnostic.Suppress,
    };

    public static Diagnostic Create(Microsoft.CodeAnalysis.Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        string file = span.Path is { Length: > 0 } path && !CellNames.IsCell(path)
            ? $"{Path.GetFileName(path)}: "
            : "";
        return new Diagnostic(
            LinePositionSpan.FromCodeAnalysisLinePositionSpan(span.Span),
            diagnostic.Severity,
            diagnostic.Id,
            file + (CellRemedies.For(diagnostic) ?? diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
