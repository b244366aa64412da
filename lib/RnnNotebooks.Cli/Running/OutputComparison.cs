using System.Globalization;
using System.Text.RegularExpressions;
using RnnNotebooks.Documents;

namespace RnnNotebooks.Cli.Running;

/// <summary>
/// Compares what a cell put out with what is saved: the text of streams and of each output's text/plain. Words must be the same;
/// numbers may differ by one part in 10,000, since another processor adds in another order. A cell tagged <c>varies</c>, such as
/// one that measures time, is not compared.
/// </summary>
public static partial class OutputComparison
{
    private const double RelativeTolerance = 1e-4;
    private const double AbsoluteTolerance = 1e-6;
    private const int ShownCharacters = 60;

    /// <summary>The tag of cells whose outputs differ each time by their nature.</summary>
    public const string VariesTag = "varies";

    /// <summary>How the outputs differ, as the end of a sentence that begins with the cell, or null.</summary>
    public static string? Difference(IReadOnlyList<NotebookOutput> saved, IReadOnlyList<NotebookOutput> now)
    {
        if (saved.Count != now.Count)
        {
            return $"has {now.Count} outputs, and {saved.Count} are saved.";
        }

        foreach (var (before, after) in saved.Zip(now))
        {
            if (Text(before) is var a && Text(after) is var b && FirstDifference(a, b) is { } at)
            {
                return $"puts out \"{Excerpt(b, at)}\" where \"{Excerpt(a, at)}\" is saved.";
            }
        }

        return null;
    }

    private static string Text(NotebookOutput output) => output switch
    {
        StreamOutput s => $"{s.Name}: {s.Text}",
        DisplayDataOutput d => d.Data["text/plain"] ?? "",
        ExecuteResultOutput r => r.Data["text/plain"] ?? "",
        ErrorOutput e => $"{e.Name}: {e.Value}",
        _ => output.ToJson().ToJsonString(),
    };

    private static int? FirstDifference(string a, string b)
    {
        if (a == b)
        {
            return null;
        }

        var (left, right) = (Number().Matches(a), Number().Matches(b));
        int endA = 0, endB = 0;
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (a[endA..left[i].Index] != b[endB..right[i].Index] || !Near(left[i].Value, right[i].Value))
            {
                return endA;
            }

            (endA, endB) = (left[i].Index + left[i].Length, right[i].Index + right[i].Length);
        }

        return left.Count == right.Count && a[endA..] == b[endB..] ? null : endA;
    }

    private static bool Near(string a, string b)
    {
        var (x, y) = (double.Parse(a, CultureInfo.InvariantCulture), double.Parse(b, CultureInfo.InvariantCulture));
        return a == b || Math.Abs(x - y) <= Math.Max(AbsoluteTolerance, RelativeTolerance * Math.Max(Math.Abs(x), Math.Abs(y)));
    }

    private static string Excerpt(string text, int at) =>
        text[Math.Min(at, text.Length)..Math.Min(text.Length, at + ShownCharacters)].ReplaceLineEndings(" ").Trim();

    [GeneratedRegex(@"\d+(\.\d+)?([eE][-+]?\d+)?")]
    private static partial Regex Number();
}
