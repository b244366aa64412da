namespace Microsoft.DotNet.Interactive;

/// <summary>A stretch of text; the end is exclusive.</summary>
public record LinePositionSpan(LinePosition Start, LinePosition End)
{
    public LinePositionSpan SubtractLineOffset(LinePosition offset) =>
        new(Start.SubtractLineOffset(offset), End.SubtractLineOffset(offset));

    public Microsoft.CodeAnalysis.Text.LinePositionSpan ToCodeAnalysisLinePositionSpan() =>
        new(Start.ToCodeAnalysisLinePosition(), End.ToCodeAnalysisLinePosition());

    public static LinePositionSpan FromCodeAnalysisLinePositionSpan(Microsoft.CodeAnalysis.Text.LinePositionSpan linePositionSpan) =>
        new(LinePosition.FromCodeAnalysisLinePosition(linePositionSpan.Start), LinePosition.FromCodeAnalysisLinePosition(linePositionSpan.End));

    public override string ToString() => $"[{Start}..{End})";
}
