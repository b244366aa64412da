using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>Cuts a cell into code for kernels and magics. Nothing has run yet, so a mistake in a magic stops the whole cell.</summary>
internal static class SubmissionSplitter
{
    public static IReadOnlyList<CellPart> Split(string code, Kernel kernel)
    {
        if (!code.Contains('#', StringComparison.Ordinal))
        {
            return [new CodePart(kernel.Name, code, 0)];
        }

        var parts = new List<CellPart>();
        string[] lines = code.ReplaceLineEndings("\n").Split('\n');
        var current = kernel;
        var literals = new LiteralTracker();
        int start = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            bool isCode = current.KernelInfo.LanguageName == "C#" && literals.IsInside;
            if (isCode || Recognise(lines[i], i, kernel, ref current) is not { } found)
            {
                if (current.KernelInfo.LanguageName == "C#")
                {
                    literals.Read(lines[i]);
                }

                continue;
            }

            AddCode(parts, found.Before, lines, start, i);
            if (found.Magic is { } magic)
            {
                parts.Add(magic);
            }

            start = i + 1;
        }

        AddCode(parts, current, lines, start, lines.Length);
        return parts;
    }

    private static (Kernel Before, MagicPart? Magic)? Recognise(string line, int number, Kernel kernel, ref Kernel current)
    {
        var before = current;
        string text = line.Trim();
        if (!text.StartsWith('#'))
        {
            return null;
        }

        if (Magics.PackageMagicFor(text) is { } package)
        {
            return (before, new MagicPart(package, MagicLine.Parse(text), current.Name, number));
        }

        if (!text.StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        var parsed = MagicLine.Parse(text);
        string name = parsed.Name;
        if (Magics.Find(name) is { } magic)
        {
            if (Magics.TakesTheRest(parsed) && kernel.RootKernel.FindKernelByName(KeyValueStoreKernel.DefaultName) is { } store)
            {
                current = store;
            }

            return (before, new MagicPart(magic, parsed, current.Name, number));
        }

        if (kernel.RootKernel.FindKernelByName(name[2..]) is { } selected)
        {
            current = selected;
            return (before, null);
        }

        throw new MagicException(
            UnsupportedLanguages.Sentence(name[2..])
            ?? $"Line {number + 1}: there is no magic \"{name}\", so nothing was run. #!lsmagic lists the magics.");
    }

    private static void AddCode(List<CellPart> parts, Kernel kernel, string[] lines, int start, int end)
    {
        if (Enumerable.Range(start, end - start).Any(i => !string.IsNullOrWhiteSpace(lines[i])))
        {
            parts.Add(new CodePart(kernel.Name, string.Join('\n', lines[start..end]), start));
        }
    }
}
