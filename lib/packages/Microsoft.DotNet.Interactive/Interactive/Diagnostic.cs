using Microsoft.CodeAnalysis;

namespace Microsoft.DotNet.Interactive;

/// <summary>One message of the compiler, at a position within the cell.</summary>
public class Diagnostic(LinePositionSpan linePositionSpan, DiagnosticSeverity severity, string code, string message)
{
    public LinePositionSpan LinePositionSpan { get; } = linePositionSpan;

    public DiagnosticSeverity Severity { get; } = severity;

    public string Code { get; } = code;

    public string Message { get; } = message;

    public Diagnostic WithLinePositionSpan(LinePositionSpan linePositionSpan) => new(linePositionSpan, Severity, Code, Message);

    public static Diagnostic FromCodeAnalysisDiagnostic(Microsoft.CodeAnalysis.Diagnostic diagnostic) =>
        new(
            LinePositionSpan.FromCodeAnalysisLinePositionSpan(diagnostic.Location.GetLineSpan().Span),
            diagnostic.Severity,
            diagnostic.Id,
            diagnostic.GetMessage());

    /// <summary>As the compiler prints it, with line and column counted from one.</summary>
    public override string ToString() =>
        $"({LinePositionSpan.Start.Line + 1},{LinePositionSpan.Start.Character + 1}): {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
}
