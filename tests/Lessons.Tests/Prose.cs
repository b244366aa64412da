using System.Text.RegularExpressions;
using RnnNotebooks.Cli;
using RnnNotebooks.Documents;

namespace Lessons.Tests;

/// <summary>What people read beside code: the lessons' markdown, the README files, the pages of the site.</summary>
internal static partial class Prose
{
    /// <summary>All files with prose, from the checkout's root.</summary>
    public static IEnumerable<string> Files => Notebooks.Concat(Readmes).Concat(Under("docs", "*.rst"));

    public static IEnumerable<string> Notebooks => LessonFiles.Names.SelectMany(name => new[] { LessonFiles.Student(name), LessonFiles.Solution(name) }).Select(Relative);

    public static IEnumerable<string> Readmes =>
        new[] { "README.md" }.Concat(new[] { "lib", "notebooks", "images", "tests", "docs" }.SelectMany(folder => Under(folder, "README.md")));

    /// <summary>The markdown of a notebook or a .md file.</summary>
    public static string Markdown(string file)
    {
        var path = Path.Combine(Repository.Root, file);
        return file.EndsWith(".ipynb", StringComparison.Ordinal)
            ? string.Join("\n\n", NotebookFile.Load(path).Cells.Where(cell => cell.Kind == NotebookCellKind.Markdown).Select(cell => cell.Source))
            : File.ReadAllText(path);
    }

    /// <summary>The words to be read: without code, formulas, addresses and marks.</summary>
    public static string Plain(string file) =>
        file.EndsWith(".rst", StringComparison.Ordinal) ? PlainRst(File.ReadAllText(Path.Combine(Repository.Root, file))) : PlainMarkdown(Markdown(file));

    public static string PlainMarkdown(string text)
    {
        text = IndentedCode().Replace(WithoutCode(text), "\n");
        text = Formula().Replace(text, " ");
        return Tag().Replace(Address().Replace(Target().Replace(text, "] "), " "), " ");
    }

    /// <summary>Without fenced and inline code: what stands there is no link and no word.</summary>
    public static string WithoutCode(string markdown) => InlineCode().Replace(Fence().Replace(markdown, " "), " ");

    /// <summary>The headings of a notebook or a .md file, as they are written.</summary>
    public static IEnumerable<string> Headings(string file) => Heading().Matches(Fence().Replace(Markdown(file), "")).Select(heading => heading.Groups["text"].Value.Trim());

    public static string PlainRst(string text)
    {
        var lines = new List<string>();
        int? literal = null;
        foreach (var line in text.Split('\n'))
        {
            var indent = line.Length - line.TrimStart().Length;
            if (literal is { } level && (line.Trim().Length == 0 || indent > level))
            {
                continue;
            }

            // What follows a directive or a "::", indented, is code or options.
            literal = line.TrimEnd().EndsWith("::", StringComparison.Ordinal) || line.TrimStart().StartsWith(".. ", StringComparison.Ordinal) ? indent : null;
            lines.Add(line.TrimStart().StartsWith(".. ", StringComparison.Ordinal) ? "" : line);
        }

        text = RstRole().Replace(RstLiteral().Replace(string.Join('\n', lines), " "), " ");
        return Address().Replace(RstTarget().Replace(text, " "), " ");
    }

    private static IEnumerable<string> Under(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal)).Select(Relative).Order(StringComparer.Ordinal);

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\n\n(?:    .*\n?)+")]
    private static partial Regex IndentedCode();

    [GeneratedRegex(@"\$\$.*?\$\$|\$[^$\n]+\$", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"`[^`\n]+`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex Target();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"</?[a-z][^>]*>|&\w+;")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\#{1,6}\s+(?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("``[^`]+``")]
    private static partial Regex RstLiteral();

    [GeneratedRegex(":[a-z]+:`[^`]+`")]
    private static partial Regex RstRole();

    [GeneratedRegex("<[^>]+>`_+")]
    private static partial Regex RstTarget();
}
