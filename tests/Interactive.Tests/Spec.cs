namespace Interactive.Tests;

/// <summary>A section of a spec page: cells that run in one kernel, each with the outputs that it must have.</summary>
internal sealed record Spec(string Page, string Title, IReadOnlyList<SpecCell> Cells)
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "specs");

    public static IEnumerable<Spec> All() => Directory.GetFiles(Folder, "*.md").Order(StringComparer.Ordinal).SelectMany(Read);

    public static Spec Find(string page, string title) => All().Single(spec => spec.Page == page && spec.Title == title);

    // A section is a second-level heading; in it, a `csharp` block is a cell (with `stop`, one that is interrupted once it has
    // printed), an `input` block before it answers its questions, and an `output` block after it lists what it must show.
    private static IEnumerable<Spec> Read(string path)
    {
        string page = Path.GetFileNameWithoutExtension(path);
        string title = "";
        var cells = new List<SpecCell>();
        string? input = null;
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                if (cells.Count > 0)
                {
                    yield return new Spec(page, title, cells);
                }

                title = lines[i][3..];
                cells = [];
            }
            else if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                string kind = lines[i].TrimStart('`');
                string fence = lines[i][..^kind.Length];
                int end = Array.IndexOf(lines, fence, i + 1);
                string text = string.Join('\n', lines[(i + 1)..end]);
                i = end;
                switch (kind)
                {
                    case "input":
                        input = text;
                        break;
                    case "output":
                        cells[^1] = cells[^1] with { Expected = text };
                        break;
                    default:
                        cells.Add(new SpecCell(text, kind.EndsWith(" stop", StringComparison.Ordinal), input?.Split('\n'), ""));
                        input = null;
                        break;
                }
            }
        }

        if (cells.Count > 0)
        {
            yield return new Spec(page, title, cells);
        }
    }
}

internal sealed record SpecCell(string Code, bool IsStopped, IReadOnlyList<string>? Input, string Expected);
