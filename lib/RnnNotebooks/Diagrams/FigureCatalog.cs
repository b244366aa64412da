using System.Text;

namespace RnnNotebooks;

/// <summary>The figures that images/ holds: each with the lesson that shows it and the call that draws it.</summary>
public static class FigureCatalog
{
    /// <summary>One figure of the course.</summary>
    /// <param name="Lesson">The number of the first lesson that shows it.</param>
    /// <param name="Call">The C# call that draws it, as a reader would type it.</param>
    /// <param name="Figure">What the call returns.</param>
    public sealed record Entry(int Lesson, string Call, SvgFigure Figure);

    /// <summary>Every figure, in the order of the lessons.</summary>
    public static IReadOnlyList<Entry> All { get; } =
    [
        new(1, "Diagrams.Folded()", Diagrams.Folded()),
        new(1, "Diagrams.Unrolled(4)", Diagrams.Unrolled(4)),
        new(1, "Diagrams.FoldedAndUnrolled(4)", Diagrams.FoldedAndUnrolled(4)),
        new(1, "Diagrams.TaskShapes()", Diagrams.TaskShapes()),
        .. Enum.GetValues<TaskShape>().Select(shape => new Entry(1, $"Diagrams.Task(TaskShape.{shape})", Diagrams.Task(shape))),
    ];

    /// <summary>The files of images/: one SVG per figure, and the README with the table.</summary>
    public static IEnumerable<(string Path, string Text)> Files()
    {
        foreach (var entry in All)
            yield return ($"{entry.Figure.Name}.svg", entry.Figure.Svg);
        yield return ("README.md", Readme());
    }

    private static string Readme()
    {
        var text = new StringBuilder();
        text.Append("# The figures of the lessons\n\n");
        text.Append("Each file is drawn by one call of the teaching library; `dotnet run --project build/Figures` writes them all, this page included,\n");
        text.Append("and a test keeps them equal to what the code draws. Colours: Okabe and Ito's, light and dark.\n\n");
        text.Append("| Lesson | File | Call | What it shows |\n|---|---|---|---|\n");
        foreach (var entry in All)
            text.Append($"| {entry.Lesson:00} | [{entry.Figure.Name}.svg]({entry.Figure.Name}.svg) | `{entry.Call}` | {entry.Figure.Title} |\n");
        return text.ToString();
    }
}
