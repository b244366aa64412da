namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>LaTeX, shown as text/latex; a formula carries its own dollar signs.</summary>
public class LaTeXString(string latexCode)
{
    private readonly string latexCode = latexCode;

    public static implicit operator LaTeXString(string source) => new(source);

    public override string ToString() => latexCode;
}
