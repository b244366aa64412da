using System.Text;
using RnnNotebooks.Cells;
using RnnNotebooks.Drawing;
using RnnNotebooks.Unrolling;

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
        new(1, "Diagrams.RnnCell()", Diagrams.RnnCell()),
        new(1, "Diagrams.BatchAndTimeMajor(4, 2, 3)", Diagrams.BatchAndTimeMajor(4, 2, 3)),
        new(1, "Diagrams.BackpropagationThroughTime(4)", Diagrams.BackpropagationThroughTime(4)),
        new(2, "Diagrams.StaticAndDynamic(3)", Diagrams.StaticAndDynamic(3)),
        new(2, "Diagrams.SequenceLengths(3, 1, 4, 2)", Diagrams.SequenceLengths(3, 1, 4, 2)),
        new(2, "Diagrams.PaddingAndMask(\"125#\", \"7#\", \"30419#\")", Diagrams.PaddingAndMask("125#", "7#", "30419#")),
        Run("run-by-hand", "two steps by hand", RunExamples.ByHand()),
        Run("run-static", "static, an input for each step", RunExamples.Static(2)),
        Run("run-static-one-input", "static, one input unstacked and stacked", RunExamples.StaticFromOneInput(2)),
        Run("run-static-long", "static, 28 steps", RunExamples.Static(28)),
        Run("run-dynamic", "dynamic", RunExamples.Dynamic(2)),
        new(3, "Diagrams.ImageRows()", Diagrams.ImageRows()),
        new(4, "Diagrams.ConveyorBelt(3)", Diagrams.ConveyorBelt(3)),
        new(4, "Diagrams.LstmCell()", Diagrams.LstmCell()),
        new(4, "Diagrams.LstmCell(LstmNames.Gamma)", Diagrams.LstmCell(LstmNames.Gamma)),
        .. Enum.GetValues<UpdateGate>().SelectMany(_ => Enum.GetValues<ResetGate>(), (update, reset) => new Entry(
            4, $"Diagrams.GruCell(UpdateGate.{update}, ResetGate.{reset})", Diagrams.GruCell(update, reset))),
        new(5, "Diagrams.BackpropagationThroughTime(6, window: 3)", Diagrams.BackpropagationThroughTime(6, window: 3)),
        new(5, "Diagrams.GradientFlow(0.6)", Diagrams.GradientFlow(0.6)),
        new(5, "Diagrams.GradientFlow(1.4)", Diagrams.GradientFlow(1.4)),
        new(6, "Diagrams.EncoderDecoder(\"one two\", \"12\", teacherForcing: true)", Diagrams.EncoderDecoder("one two", "12", teacherForcing: true)),
        new(6, "Diagrams.EncoderDecoder(\"one two\", \"12\", teacherForcing: false)", Diagrams.EncoderDecoder("one two", "12", teacherForcing: false)),
        new(6, "Diagrams.Bidirectional(4)", Diagrams.Bidirectional(4)),
        new(7, "Diagrams.Attention(\"one two\", [0.01, 0.01, 0.03, 0.05, 0.46, 0.3, 0.14], \"2\")", Diagrams.Attention("one two", [0.01, 0.01, 0.03, 0.05, 0.46, 0.3, 0.14], "2")),
        new(7, "Diagrams.BeamTree(BeamNode.Example(), width: 2)", Diagrams.BeamTree(BeamNode.Example(), width: 2)),
    ];

    /// <summary>The files of images/: one SVG per figure, and the README with the table.</summary>
    public static IEnumerable<(string Path, string Text)> Files()
    {
        foreach (var entry in All)
            yield return ($"{entry.Figure.Name}.svg", entry.Figure.Svg);
        yield return ("README.md", Readme());
    }

    private static Entry Run(string name, string what, (IReadOnlyList<RunNode> Nodes, IReadOnlyList<RunLoop> Loops) run) =>
        new(2, $"Diagrams.Show(…) of lesson 2's run: {what}", Diagrams.Show(run.Nodes, run.Loops, name, title: null));

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
