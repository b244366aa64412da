using System.Globalization;
using System.Text;

namespace RnnNotebooks.Drawing;

/// <summary>
/// A line of text with mathematics in it: <c>the state $h_{t-1}$ and **nothing** else</c>. Between dollars, single letters are
/// italic and <c>_</c> and <c>^</c> lower and raise; <c>**…**</c> is bold and <c>`…`</c> is code.
/// </summary>
internal sealed class Label
{
    private const double MathScale = 1.14; // Times looks smaller than Arial at the same size
    private const double ScriptScale = 0.72;
    private const double SubscriptDrop = 0.24;
    private const double SuperscriptRise = 0.40;

    private readonly List<Run> _runs = [];

    private readonly record struct Run(string Text, Face Face, int Level);

    public Label(string markup)
    {
        for (var at = 0; at < markup.Length;)
        {
            if (markup[at] == '$')
                at = Enclosed(markup, at, "$", AddMath);
            else if (markup[at] == '`')
                at = Enclosed(markup, at, "`", text => Add(text, Face.Mono, 0));
            else if (markup.AsSpan(at).StartsWith("**"))
                at = Enclosed(markup, at, "**", text => Add(text, Face.Bold, 0));
            else
            {
                var end = markup.IndexOfAny(['$', '`', '*'], at + 1);
                end = end < 0 ? markup.Length : end;
                Add(markup[at..end], Face.Sans, 0);
                at = end;
            }
        }
    }

    /// <summary>The letters alone, for tooltips and tests.</summary>
    public string Plain => string.Concat(_runs.Select(run => run.Text));

    /// <summary>The widest that the line can come out at this font size, in pixels.</summary>
    public double Width(double size) => _runs.Sum(run => FontMetrics.Width(run.Text, run.Face) * SizeOf(run, size));

    /// <summary>The line as SVG; (x, y) is its anchor and its vertical middle.</summary>
    public string ToSvg(double x, double y, double size, string anchor, string classes)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{classes}\" x=\"{Svg.N(x)}\" y=\"{Svg.N(y + (0.35 * size))}\" font-size=\"{Svg.N(size)}\"");
        svg.Append(anchor == "start" ? ">" : $" text-anchor=\"{anchor}\">");
        var baseline = 0.0;
        foreach (var run in _runs)
        {
            var wanted = run.Level switch { < 0 => SubscriptDrop * size, > 0 => -SuperscriptRise * size, _ => 0 };
            var shift = wanted - baseline;
            baseline = wanted;
            var face = run.Face switch { Face.Bold => "f-b", Face.Roman => "f-r", Face.Italic => "f-i", Face.Mono => "f-k", _ => null };
            if (face is null && shift == 0)
            {
                svg.Append(Svg.Escape(run.Text));
                continue;
            }

            svg.Append("<tspan");
            if (face is not null)
                svg.Append(CultureInfo.InvariantCulture, $" class=\"{face}\"");
            if (shift != 0)
                svg.Append(CultureInfo.InvariantCulture, $" dy=\"{Svg.N(shift)}\"");
            if (SizeOf(run, size) != size)
                svg.Append(CultureInfo.InvariantCulture, $" font-size=\"{Svg.N(SizeOf(run, size))}\"");
            svg.Append('>').Append(Svg.Escape(run.Text)).Append("</tspan>");
        }

        return svg.Append("</text>").ToString();
    }

    private static double SizeOf(Run run, double size) =>
        size * (run.Face is Face.Roman or Face.Italic ? MathScale : 1) * (run.Level == 0 ? 1 : ScriptScale);

    private static int Enclosed(string markup, int at, string mark, Action<string> add)
    {
        var end = markup.IndexOf(mark, at + mark.Length, StringComparison.Ordinal);
        if (end < 0)
            throw new FormatException($"The label “{markup}” opens {mark} and does not close it.");
        add(markup[(at + mark.Length)..end]);
        return end + mark.Length;
    }

    private void AddMath(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is '_' or '^')
            {
                var level = text[at] == '_' ? -1 : 1;
                var (script, next) = Script(text, at + 1);
                AddLetters(script, level);
                at = next;
            }
            else
            {
                var end = text.IndexOfAny(['_', '^'], at);
                end = end < 0 ? text.Length : end;
                AddLetters(text[at..end], 0);
                at = end;
            }
        }
    }

    private static (string Script, int Next) Script(string text, int at)
    {
        if (at >= text.Length)
            throw new FormatException($"The formula “{text}” ends where a subscript or superscript should follow.");
        if (text[at] != '{')
            return (text[at..(at + 1)], at + 1);
        var end = text.IndexOf('}', at);
        if (end < 0)
            throw new FormatException($"The formula “{text}” opens {{ and does not close it.");
        return (text[(at + 1)..end], end + 1);
    }

    // W, h, hh are variables; tanh and softmax are names. In a script two letters still are variables: the hh of W_hh.
    private void AddLetters(string text, int level)
    {
        for (var at = 0; at < text.Length;)
        {
            var letter = IsVariable(text[at]);
            var end = at + 1;
            while (end < text.Length && (IsVariable(text[end]) == letter || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark))
                end++;
            var word = text[at..end].Replace('-', '−');
            var length = word.Count(char.IsLetter);
            Add(word, letter && length <= (level == 0 ? 1 : 2) ? Face.Italic : Face.Roman, level);
            at = end;
        }
    }

    private static bool IsVariable(char character) => char.IsLetter(character) && character is not (>= 'Α' and <= 'Ω') and not 'σ';

    private void Add(string text, Face face, int level)
    {
        if (text.Length > 0)
            _runs.Add(new Run(text, face, level));
    }
}
