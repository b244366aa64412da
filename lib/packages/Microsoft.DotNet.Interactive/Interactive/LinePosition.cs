namespace Microsoft.DotNet.Interactive;

/// <summary>Zero-based line and UTF-16 character.</summary>
public record LinePosition(int Line, int Character)
{
    public LinePosition SubtractLineOffset(LinePosition offset) => this with { Line = Line - offset.Line };

    public Microsoft.CodeAnalysis.Text.LinePosition ToCodeAnalysisLinePosition() => new(Line, Character);

    public static LinePosition FromCodeAnalysisLinePosition(Microsoft.CodeAnalysis.Text.LinePosition linePosition) =>
        new(linePosition.Line, linePosition.Character);

    public override string ToString() => $"({Line}, {Character})";
}
