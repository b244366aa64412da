using System.Text.RegularExpressions;

namespace RnnNotebooks.Documents;

/// <summary>
/// Relative paths in a cell when the cell moves to a notebook in another folder: they still lead to the same files.
/// In code these are the paths of #load, #r and #!import; in Markdown the targets of links and images.
/// </summary>
internal static partial class RelativePaths
{
    /// <summary>The text with its relative paths written for <paramref name="toFolder"/>.</summary>
    /// <param name="contents">The cell's text.</param>
    /// <param name="kernel">Its kernel.</param>
    /// <param name="fromFolder">The folder it comes from.</param>
    /// <param name="toFolder">The folder it goes to.</param>
    /// <param name="siblingsMove">True where the files beside the notebook move along: only paths that lead upwards change.</param>
    public static string Rebase(string contents, string kernel, string fromFolder, string toFolder, bool siblingsMove = false)
    {
        if (Path.GetFullPath(fromFolder) == Path.GetFullPath(toFolder))
        {
            return contents;
        }

        string Move(Match match) => siblingsMove && !match.Groups["path"].Value.StartsWith("../", StringComparison.Ordinal)
            ? match.Value
            : match.Groups["before"].Value + MovePath(match.Groups["path"].Value, fromFolder, toFolder) + match.Groups["after"].Value;
        return kernel switch
        {
            "markdown" => MarkdownTarget().Replace(contents, Move),
            "csharp" or "fsharp" => CodeReference().Replace(contents, match =>
                match.Groups["load"].Success || LooksLikePath(match.Groups["path"].Value) ? Move(match) : match.Value),
            _ => contents,
        };
    }

    private static string MovePath(string path, string fromFolder, string toFolder)
    {
        if (path.Length == 0 || path.StartsWith('#') || path.StartsWith('/') || path.StartsWith('~') || Scheme().IsMatch(path))
        {
            return path;
        }

        int end = path.AsSpan().IndexOfAny('#', '?');
        string file = end < 0 ? path : path[..end];
        string moved = Path.GetRelativePath(toFolder, Path.Combine(fromFolder, file)).Replace('\\', '/');
        return (file.EndsWith('/') && !moved.EndsWith('/') ? moved + "/" : moved) + (end < 0 ? "" : path[end..]);
    }

    // #r "System.Xml" names an assembly, #r "nuget:Id" a package.
    private static bool LooksLikePath(string path) =>
        !path.StartsWith("nuget:", StringComparison.Ordinal) && path.AsSpan().IndexOfAny('/', '\\') >= 0;

    [GeneratedRegex("""^(?<before>[ \t]*#(?:(?<load>load)|r)[ \t]+")(?<path>[^"\r\n]+)(?<after>")|^(?<before>#!import[ \t]+"?)(?<load>)(?<path>[^"\r\n]+?)(?<after>"?[ \t]*)$""", RegexOptions.Multiline)]
    private static partial Regex CodeReference();

    [GeneratedRegex("""(?<before>\]\()(?<path>[^)\s]+)(?<after>)|(?<before>\b(?:src|href)=")(?<path>[^"]+)(?<after>")""")]
    private static partial Regex MarkdownTarget();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:")]
    private static partial Regex Scheme();
}
