using System.Text;
using System.Text.RegularExpressions;

namespace RnnNotebooks.Cli.Docs;

/// <summary>A line of a lesson's Markdown in the words of the site's own pages, which are reStructuredText.</summary>
public static partial class MarkdownText
{
    /// <summary>The text with its code, formulas and emphasis; links become their text.</summary>
    public static string ToRst(string markdown)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (Match part in Inline().Matches(markdown))
        {
            text.Append(Escape(markdown[at..part.Index])).Append(Part(part));
            at = part.Index + part.Length;
        }

        return text.Append(Escape(markdown[at..])).ToString();
    }

    /// <summary>The text without any markup, for titles and the texts of links.</summary>
    public static string Plain(string markdown) => Markup().Replace(markdown, "").Trim();

    // Markup must touch neither letters nor other markup: the escaped spaces around it are not shown.
    private static string Part(Match part) =>
        part.Groups["code"] is { Success: true } code ? $"\\ ``{code.Value}``\\ "
        : part.Groups["math"] is { Success: true } math ? $"\\ :math:`{math.Value}`\\ "
        : part.Groups["strong"] is { Success: true } strong ? $"\\ **{Escape(strong.Value)}**\\ "
        : part.Groups["emphasis"] is { Success: true } emphasis ? $"\\ *{Escape(emphasis.Value)}*\\ "
        : Escape(part.Groups["link"].Value);

    private static string Escape(string text) => Special().Replace(text, @"\$0");

    [GeneratedRegex(@"`(?<code>[^`]+)`|\$(?<math>[^$]+)\$|\*\*(?<strong>[^*]+)\*\*|\*(?<emphasis>[^*]+)\*|\[(?<link>[^\]]+)\]\([^)]*\)")]
    private static partial Regex Inline();

    [GeneratedRegex(@"[\\`*|_]")]
    private static partial Regex Special();

    [GeneratedRegex(@"[`*${}]|\[(?=[^\]]*\]\()|\]\([^)]*\)")]
    private static partial Regex Markup();
}
