using System.Text.RegularExpressions;

namespace RnnNotebooks.Documents;

/// <summary>
/// The parts of a cell that only a teacher sees. A solution, between <c>### BEGIN SOLUTION</c> and <c>### END SOLUTION</c>,
/// gives way to its stub: the lines in it that start with <c>stub:</c> after the comment sign, or one comment where there are
/// none. Hidden tests and mark schemes disappear.
/// </summary>
internal static partial class SolutionRegions
{
    public const string CodeStub = "// Your answer here.";
    public const string TextStub = "*Your answer here.*";

    private static readonly Region Solution = new("### BEGIN SOLUTION", "### END SOLUTION");

    private static readonly Region[] Regions =
    [
        Solution,
        new("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"),
        new("=== BEGIN MARK SCHEME ===", "=== END MARK SCHEME ==="),
    ];

    /// <summary>True where a cell holds a solution between delimiters.</summary>
    public static bool HasSolution(string source) => source.Contains(Solution.Begin, StringComparison.Ordinal);

    /// <summary>A cell's text as students get it.</summary>
    /// <exception cref="FormatException">A region does not end, does not begin, or lies in another; the message says which.</exception>
    public static string Strip(string source, NotebookCellKind kind)
    {
        List<string> kept = [];
        List<string> removed = [];
        Region? open = null;
        string indentation = "";
        foreach (string line in source.Split('\n'))
        {
            Region? begins = Array.Find(Regions, region => line.Contains(region.Begin, StringComparison.Ordinal));
            Region? ends = Array.Find(Regions, region => line.Contains(region.End, StringComparison.Ordinal));
            if (begins is not null)
            {
                open = open is null ? begins : throw new FormatException($"{begins.Begin} inside {open.Begin}");
                indentation = line[..(line.Length - line.TrimStart().Length)];
                removed.Clear();
            }
            else if (ends is not null)
            {
                if (open != ends)
                {
                    throw new FormatException($"{ends.End} without {ends.Begin}");
                }

                if (open == Solution)
                {
                    kept.AddRange(Stub(removed, indentation, kind));
                }

                open = null;
            }
            else
            {
                (open is null ? kept : removed).Add(line);
            }
        }

        return open is null ? WithoutGaps(kept, source) : throw new FormatException($"{open.Begin} without {open.End}");
    }

    private static IEnumerable<string> Stub(List<string> solution, string indentation, NotebookCellKind kind)
    {
        Match[] given = [.. solution.Select(line => StubLine().Match(line)).Where(match => match.Success)];
        return given.Length > 0
            ? given.Select(match => match.Groups["indentation"].Value + match.Groups["text"].Value)
            : [indentation + (kind == NotebookCellKind.Markdown ? TextStub : CodeStub)];
    }

    // A region at the end takes the empty lines before it along.
    private static string WithoutGaps(List<string> kept, string source)
    {
        string text = string.Join('\n', kept);
        return source.EndsWith('\n') ? text : text.TrimEnd('\n');
    }

    [GeneratedRegex(@"^(?<indentation>\s*)(?://+|#|--|<!--)?\s*stub:[ ]?(?<text>.*?)(?:\s*-->)?\s*$")]
    private static partial Regex StubLine();

    private sealed record Region(string Begin, string End);
}
