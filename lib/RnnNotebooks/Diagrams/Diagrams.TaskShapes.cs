using RnnNotebooks.Drawing;

namespace RnnNotebooks;

/// <summary>The five shapes of task that lesson 1 tells apart by the lengths of input and output.</summary>
public enum TaskShape
{
    /// <summary>One input, one output: no recurrence yet.</summary>
    OneToOne,

    /// <summary>One input, a sequence of outputs: music, captions.</summary>
    OneToMany,

    /// <summary>A sequence of inputs, one output: sentiment.</summary>
    ManyToOne,

    /// <summary>An output for every input: named entities.</summary>
    ManyToManySame,

    /// <summary>Encoder and decoder, each with its own length: translation.</summary>
    ManyToManyDifferent,
}

public static partial class Diagrams
{
    private const double SmallPitch = 66;
    private const double SmallGap = 62;
    private const double SmallBox = 36;

    /// <summary>The five shapes of task side by side.</summary>
    public static SvgFigure TaskShapes()
    {
        var sketch = new Sketch(
            "task-shapes", "Five shapes of task",
            string.Join(' ', Enum.GetValues<TaskShape>().Select(shape => Describe(shape).InWords)));
        double x = 0;
        foreach (var shape in new[] { TaskShape.OneToOne, TaskShape.OneToMany, TaskShape.ManyToOne })
            x += DrawTaskShape(sketch, x, 0, shape) + 40;
        x = 0;
        foreach (var shape in new[] { TaskShape.ManyToManySame, TaskShape.ManyToManyDifferent })
            x += DrawTaskShape(sketch, x, 260, shape) + 40;
        return sketch.Finish();
    }

    /// <summary>One of the five shapes of task.</summary>
    /// <param name="shape">Which one.</param>
    public static SvgFigure Task(TaskShape shape)
    {
        var (title, _, _, words) = Describe(shape);
        var sketch = new Sketch("task-" + title.ToLowerInvariant().Replace(' ', '-').Replace(",", ""), $"Task shape: {title}", words);
        DrawTaskShape(sketch, 0, 0, shape);
        return sketch.Finish();
    }

    private static (string Title, string Lengths, string Example, string InWords) Describe(TaskShape shape) => shape switch
    {
        TaskShape.OneToOne => ("One to one", "$T_x = T_y = 1$", "image classification",
            "One to one: one input, one cell, one output; no recurrence."),
        TaskShape.OneToMany => ("One to many", "$T_x = 1, T_y > 1$", "music, image captions",
            "One to many: one input starts the first cell, and every output is also the next cell's input."),
        TaskShape.ManyToOne => ("Many to one", "$T_x > 1, T_y = 1$", "sentiment",
            "Many to one: every cell takes an input, and only the last one gives an output."),
        TaskShape.ManyToManySame => ("Many to many, same length", "$T_x = T_y$", "named entities",
            "Many to many, same length: every cell takes an input and gives an output."),
        TaskShape.ManyToManyDifferent => ("Many to many, different length", "$T_x ≠ T_y$", "translation",
            "Many to many, different length: an encoder reads all inputs, and a decoder then writes the outputs."),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "There is no such task shape."),
    };

    // Gives the width it took, so that the next shape can stand beside it.
    private static double DrawTaskShape(Sketch sketch, double left, double y, TaskShape shape)
    {
        var (title, lengths, example, _) = Describe(shape);
        var (columns, inputs, outputs) = shape switch
        {
            TaskShape.OneToOne => (1, 1, 0..1),
            TaskShape.OneToMany => (3, 1, 0..3),
            TaskShape.ManyToOne => (3, 3, 2..3),
            TaskShape.ManyToManySame => (3, 3, 0..3),
            _ => (5, 3, 3..5),
        };
        var width = Math.Max(((columns - 1) * SmallPitch) + SmallBox, new Label($"**{title}**").Width(14));
        var first = left + ((width - ((columns - 1) * SmallPitch)) / 2);
        Shape? before = null;
        Shape? spoken = null;
        for (var column = 0; column < columns; column++)
        {
            var x = first + (column * SmallPitch);
            var decoding = shape == TaskShape.ManyToManyDifferent && column >= inputs;
            var cell = sketch.Box(x, y, SmallBox, SmallBox, decoding ? Role.Gate : Role.State);
            if (column < inputs)
                sketch.Arrow(Role.Input, sketch.Circle(x, y + SmallGap, 15, Role.Input).Top, cell.Bottom);
            if (before is { } previous)
                sketch.Arrow(previous.Right.X < cell.Left.X && decoding ? Role.Gate : Role.State, previous.Right, cell.Left);
            if (spoken is { } said)
                Feedback(sketch, said, cell);
            spoken = null;
            if (column >= outputs.Start.Value && column < outputs.End.Value)
            {
                var output = sketch.Circle(x, y - SmallGap, 15, Role.Output);
                sketch.Arrow(Role.Output, cell.Top, output.Bottom);
                spoken = shape is TaskShape.OneToMany or TaskShape.ManyToManyDifferent ? output : null;
            }

            before = cell;
        }

        if (shape == TaskShape.ManyToManyDifferent)
        {
            sketch.Text(first + SmallPitch, y - 34, "encoder", 12, soft: true);
            sketch.Text(first + (3.5 * SmallPitch), y + 44, "decoder", 12, soft: true);
        }

        var middle = left + (width / 2);
        sketch.Text(middle, y + SmallGap + 36, $"**{title}**", 14);
        sketch.Text(middle, y + SmallGap + 57, lengths, 14);
        sketch.Text(middle, y + SmallGap + 77, example, 13, soft: true);
        return width;
    }

    // An output that becomes the next step's input: down between the two columns and into the cell from below.
    private static void Feedback(Sketch sketch, Shape output, Shape cell)
    {
        var lane = output.X + (0.42 * (cell.X - output.X)); // left of the state arrow's head
        sketch.DashedArrow(Role.Output, output.Right, new(lane, output.Y), new(lane, cell.Bottom.Y + 16), new(cell.X, cell.Bottom.Y + 16), cell.Bottom);
    }
}
