using System.Globalization;
using RnnNotebooks.Drawing;

namespace RnnNotebooks;

public static partial class Diagrams
{
    /// <summary>
    /// Static against dynamic unrolling: a graph with one cell per step, and a graph with one cell in a loop.
    /// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
    /// </summary>
    /// <param name="steps">The number of steps of the static graph, 1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is below 1 or above 4.</exception>
    public static SvgFigure StaticAndDynamic(int steps = 3)
    {
        CheckSteps(steps, 4);
        var sketch = new Sketch(
            "static-and-dynamic", "Static and dynamic unrolling",
            $"Left, static: {steps} copies of the cell, each with its own input and output, all reading one set of weights; more steps make a larger graph. Right, dynamic: one cell inside a loop over the time axis, which takes the whole sequence and gives the whole sequence; more steps change nothing in the graph.");
        const double Step = 96;
        var middle = (steps - 1) * Step / 2;
        var weights = sketch.Box(middle - 16, -150, 128, 34, Role.Weight, "one set of weights", 12);
        sketch.DashedLine(Role.Weight, weights.Bottom, new(weights.X, -106));
        sketch.DashedLine(Role.Weight, new(-16, -106), new(((steps - 1) * Step) - 16, -106));
        Shape? before = null;
        for (var i = 0; i < steps; i++)
        {
            var (x, t) = (i * Step, i.ToString(CultureInfo.InvariantCulture));
            var cell = sketch.Box(x, 0, 54, 42, Role.State, "cell", 13);
            sketch.Arrow(Role.Input, sketch.Circle(x, 82, 20, Role.Input, $"$X_{t}$").Top, cell.Bottom);
            sketch.Arrow(Role.Output, new(x + 14, cell.Top.Y), new(x + 14, -48));
            sketch.Circle(x + 14, -66, 18, Role.Output, $"$Y_{t}$", 14);
            sketch.DashedArrow(Role.Weight, new(x - 16, -106), new(x - 16, cell.Top.Y));
            if (before is { } left)
                sketch.Arrow(Role.State, left.Right, cell.Left);
            before = cell;
        }

        sketch.Text(middle, 140, "**static**: the graph grows with T", 13);
        var center = middle + (Step * steps / 2) + 190;
        sketch.Region(center - 112, -62, center + 112, 54, Role.Quiet);
        var loop = sketch.Box(center, 0, 54, 42, Role.State, "cell", 13);
        sketch.Arrow(Role.Input, sketch.Box(center, 96, 168, 30, Role.Input, "$X$ `(batch, steps, features)`", 10).Top, loop.Bottom);
        sketch.Arrow(Role.Output, loop.Top, sketch.Box(center, -132, 168, 30, Role.Output, "$Y$ `(batch, steps, hidden)`", 10).Bottom);
        sketch.Arrow(Role.State, new(loop.Right.X, -8), new(center + 74, -8), new(center + 74, 36), new(center + 8, 36), new(center + 8, 21.5));
        sketch.DashedArrow(Role.Weight, sketch.Box(center - 80, 0, 50, 30, Role.Weight, "weights", 10).Right, loop.Left);
        sketch.Text(center - 104, -46, "for t in 0 … T−1", 12, "start", soft: true);
        sketch.Text(center, 140, "**dynamic**: the graph stays, the loop runs", 13);
        return sketch.Finish();
    }

    /// <summary>
    /// Sequences of different lengths in one batch: padded with zeros, with the mask that says which steps count.
    /// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
    /// </summary>
    /// <param name="texts">The sequences, one character a step, at most 12 each; none: an example of three.</param>
    /// <exception cref="ArgumentException">A text is longer than 12 characters, or there are more than 8.</exception>
    public static SvgFigure PaddingAndMask(params string[] texts)
    {
        string[] rows = texts.Length == 0 ? ["125#", "7#", "30419#"] : texts;
        if (rows.Length > 8)
            throw new ArgumentException($"This figure has room for 8 sequences, not for {rows.Length}.", nameof(texts));
        foreach (var row in rows)
            CheckLength(row, 12, nameof(texts));
        var longest = rows.Max(row => row.Length);
        var sketch = new Sketch(
            "padding-and-mask", "Padding and masks",
            $"{rows.Length} sequences of lengths {string.Join(", ", rows.Select(row => row.Length))} in one table of {longest} columns. What is past a sequence's end is filled with zeros; beside it the mask has a one for every step that counts and a zero for every padded one.");
        const double Side = 32;
        var maskLeft = (longest * Side) + 64;
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < longest; c++)
            {
                var counts = c < rows[r].Length;
                sketch.Box(c * Side, r * Side, Side - 4, Side - 4, counts ? Role.Input : Role.Quiet, counts ? Character(rows[r][c]) : "`0`", 13, 4);
                sketch.Box(maskLeft + (c * Side), r * Side, Side - 4, Side - 4, counts ? Role.State : Role.Quiet, counts ? "`1`" : "`0`", 13, 4);
            }

            sketch.Text(maskLeft - 42, r * Side, rows[r].Length.ToString(CultureInfo.InvariantCulture), 13);
        }

        var middle = (longest - 1) * Side / 2;
        sketch.Text(middle, -38, "padded batch", 13);
        sketch.Text(maskLeft - 42, -38, "length", 12, soft: true);
        sketch.Text(maskLeft + middle, -38, "mask", 13);
        sketch.Text(middle, rows.Length * Side + 2, "steps →", 12, soft: true);
        return sketch.Finish();
    }

    /// <summary>
    /// What a network does with padded sequences: outputs are zero past each end, and the final state is the one at the true end.
    /// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
    /// </summary>
    /// <param name="lengths">The length of each sequence, 0 to 8; none: 2, 1, 2, 2, as in the tutorial.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is below 0 or above 8.</exception>
    public static SvgFigure SequenceLengths(params int[] lengths)
    {
        int[] rows = lengths.Length == 0 ? [3, 1, 4, 2] : lengths;
        foreach (var length in rows)
        {
            if (length is < 0 or > 8)
                throw new ArgumentOutOfRangeException(nameof(lengths), length, "This figure draws lengths from 0 to 8.");
        }

        var steps = Math.Max(1, rows.Max());
        var sketch = new Sketch(
            "sequence-lengths", "Outputs and final states of padded sequences",
            $"Sequences of lengths {string.Join(", ", rows)}, each a row of {steps} steps. Outputs past a sequence's end are zero. The final state is taken from the last real step of each row, not from the last column.");
        const double Step = 74, Line = 46;
        for (var r = 0; r < rows.Length; r++)
        {
            var y = r * Line;
            var finalX = ((steps - 1) * Step) + 104;
            var last = sketch.Box(finalX, y, 52, 32, Role.Memory, rows[r] == 0 ? "$h_0$" : $"$h_{rows[r]}$", 14);
            for (var t = 0; t < steps; t++)
            {
                var counts = t < rows[r];
                var cell = sketch.Box(t * Step, y, 50, 32, counts ? Role.Output : Role.Quiet, counts ? $"$y_{t + 1}$" : "`0`", 14);
                if (t + 1 < rows[r])
                    sketch.Arrow(Role.State, cell.Right, new(((t + 1) * Step) - 25, y));
                if (t + 1 == rows[r])
                    sketch.Arrow(Role.Memory, cell.Right, last.Left);
            }

            sketch.Text(-42, y, $"length {rows[r]}", 12, "end", soft: true);
        }

        sketch.Text((steps - 1) * Step / 2, -38, "outputs `(batch, steps, hidden)`", 12);
        sketch.Text(((steps - 1) * Step) + 104, -38, "final state", 12);
        return sketch.Finish();
    }
}
