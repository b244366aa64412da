using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;

namespace RnnNotebooks.Engine;

/// <summary>Completes magics with their options, kernels' and variables' names, and the paths in <c>#load</c>, <c>#r</c> and <c>#!import</c>.</summary>
internal static partial class DirectiveCompletion
{
    /// <summary>The proposals, or null where the position is not in a line that begins with a <c>#</c>.</summary>
    public static CompletionList? Find(CellText cell, int position, Kernel kernel)
    {
        string line = cell.LineUpTo(position);
        if (PathDirective().Match(line) is { Success: true } path)
        {
            return Paths(path.Groups["path"].Value, path.Groups["name"].Value, position);
        }

        if (MagicName().Match(line) is { Success: true } name)
        {
            return Matching(Names(kernel), name.Groups[1].Value, position);
        }

        if (!line.TrimStart().StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        string[] words = line.TrimStart().Split(' ');
        string before = words.Length > 2 ? words[^2] : "";
        var options = before == "--from" ? Kernels(kernel) : Options(words[0]);
        return Matching(options, words[^1], position);
    }

    private static IEnumerable<CompletionItem> Names(Kernel kernel) =>
        Magics.All.Select(magic => new CompletionItem(magic.Name, "Magic", documentation: magic.Description))
            .Concat(kernel.RootKernel is CompositeKernel root
                ? root.ChildKernels.Select(one => new CompletionItem("#!" + one.Name, "Magic", documentation: one.KernelInfo.Description))
                : [])
            .Concat(new[] { "#load" }.Select(name => new CompletionItem(name, "Directive", documentation: "Runs a script file as a part of the cell.")));

    private static IEnumerable<CompletionItem> Options(string magic) =>
        (Magics.Find(magic)?.Options ?? []).Select(option => new CompletionItem(option, "Option"));

    private static IEnumerable<CompletionItem> Kernels(Kernel kernel) =>
        kernel.RootKernel is CompositeKernel root ? root.ChildKernels.Select(one => new CompletionItem(one.Name, "Kernel")) : [];

    private static CompletionList Matching(IEnumerable<CompletionItem> items, string prefix, int position) =>
        new(
            [
                .. items.Where(item => item.DisplayText.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                    .DistinctBy(item => item.DisplayText)
                    .OrderBy(item => item.DisplayText, StringComparer.Ordinal),
            ],
            position - prefix.Length,
            position);

    private static CompletionList Paths(string typed, string directive, int position)
    {
        int slash = typed.LastIndexOfAny(['/', '\\']);
        string folder = Path.Combine(Directory.GetCurrentDirectory(), typed[..(slash + 1)]);
        string prefix = typed[(slash + 1)..];
        if (!Directory.Exists(folder))
        {
            return CompletionList.None(position);
        }

        string[] extensions = directive switch
        {
            "#r" => [".dll"],
            "#load" => [".csx", ".cs"],
            _ => [".ipynb", ".dib", ".csx", ".cs"],
        };
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .Where(entry => !entry.Name.StartsWith('.'))
            .Where(entry => entry is DirectoryInfo || extensions.Contains(entry.Extension))
            .Select(entry => entry is DirectoryInfo ? new CompletionItem(entry.Name + "/", "Folder") : new CompletionItem(entry.Name, "File"));
        return Matching(entries, prefix, position);
    }

    [GeneratedRegex("""^\s*(?<name>#r|#load|#!import)\s+"?(?<path>(?!nuget:)[^"]*)$""")]
    private static partial Regex PathDirective();

    [GeneratedRegex(@"^\s*(#[!\w]*)$")]
    private static partial Regex MagicName();
}
