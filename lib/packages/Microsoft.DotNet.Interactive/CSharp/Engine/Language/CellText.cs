using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive;
using Diagnostic = Microsoft.DotNet.Interactive.Diagnostic;
using LinePosition = Microsoft.DotNet.Interactive.LinePosition;
using LinePositionSpan = Microsoft.DotNet.Interactive.LinePositionSpan;

namespace RnnNotebooks.Engine;

/// <summary>
/// A cell as it is being written: its C# with everything else blanked out, so that positions stay what they are. Unlike a cell
/// that is run, it may hold half a magic.
/// </summary>
internal sealed class CellText
{
    private readonly SourceText _text;
    private readonly bool[] _isCode;
    private readonly List<Diagnostic> _mistakes = [];

    public CellText(string written, Kernel kernel)
    {
        Written = written;
        _text = SourceText.From(written);
        _isCode = new bool[_text.Lines.Count];
        var code = written.ToCharArray();
        var literals = new LiteralTracker();
        bool inCSharp = true;
        foreach (var line in _text.Lines)
        {
            string text = line.ToString();
            bool isCode = inCSharp;
            if (!(inCSharp && literals.IsInside) && Magic(text, line.LineNumber, kernel) is { } language)
            {
                inCSharp = language == Language.CSharp || (language == Language.Same && inCSharp);
                isCode = false;
            }

            _isCode[line.LineNumber] = isCode;
            if (isCode)
            {
                literals.Read(text);
            }
            else
            {
                Array.Fill(code, ' ', line.Start, line.End - line.Start);
            }
        }

        Code = new string(code);
    }

    private enum Language
    {
        Same,
        CSharp,
        Other,
    }

    public string Written { get; }

    /// <summary>The C# of the cell, every character where it stands in the cell.</summary>
    public string Code { get; }

    public IReadOnlyList<Diagnostic> MagicMistakes => _mistakes;

    public int Position(LinePosition position)
    {
        if (position.Line >= _text.Lines.Count)
        {
            return _text.Length;
        }

        var line = _text.Lines[Math.Max(0, position.Line)];
        return Math.Min(line.Start + Math.Max(0, position.Character), line.End);
    }

    public bool IsCode(int position) => _isCode[_text.Lines.GetLineFromPosition(position).LineNumber];

    public LinePositionSpan Span(int start, int end) =>
        LinePositionSpan.FromCodeAnalysisLinePositionSpan(_text.Lines.GetLinePositionSpan(TextSpan.FromBounds(start, end)));

    /// <summary>The line around a position, up to the position.</summary>
    public string LineUpTo(int position) => Written[_text.Lines.GetLineFromPosition(position).Start..position];

    private Language? Magic(string line, int number, Kernel kernel)
    {
        string text = line.Trim();
        if (Magics.PackageMagicFor(text) is not null)
        {
            return Language.Same;
        }

        if (!text.StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        string name = text.Split([' ', '\t'], 2)[0];
        if (Magics.Find(name) is not null)
        {
            return Magics.TakesTheRest(MagicLine.Parse(text)) ? Language.Other : Language.Same;
        }

        if (kernel.RootKernel.FindKernelByName(name[2..]) is { } selected)
        {
            return selected == kernel ? Language.CSharp : Language.Other;
        }

        string? unsupported = UnsupportedLanguages.Sentence(name[2..]);
        var span = new LinePositionSpan(new LinePosition(number, 0), new LinePosition(number, line.Length));
        _mistakes.Add(new Diagnostic(span, DiagnosticSeverity.Error, "RNN0001", unsupported ?? $"There is no magic \"{name}\"."));
        return unsupported is null ? Language.Same : Language.Other;
    }
}
