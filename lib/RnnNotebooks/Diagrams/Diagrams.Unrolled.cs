using System.Globalization;
using RnnNotebooks.Drawing;

namespace RnnNotebooks;

/// <summary>
/// The course's figures, drawn from their parameters. Each call returns a <see cref="SvgFigure"/> that shows itself when it is a
/// cell's last expression; images/README.md names the call behind every picture.
/// </summary>
public static partial class Diagrams
{
    private const double Pitch = 124;
    private const double RowGap = 92;

    /// <summary>An RNN as it is written: one cell whose state returns to it one step later.</summary>
    /// <param name="notation">The names of the parts; null is <see cref="RnnNotation.Hidden"/>.</param>
    public static SvgFigure Folded(RnnNotation? notation = null)
    {
        var names = notation ?? RnnNotation.Hidden;
        var sketch = new Sketch(
            "rnn-folded", "A recurrent network, folded",
            $"One cell. The input {Plain(names.Input("t"))} enters from below, the output {Plain(names.Output("t"))} leaves at the top, and an arrow leads the state from the cell back into the cell, one step later.");
        DrawFolded(sketch, 0, 0, names);
        return sketch.Finish();
    }

    /// <summary>An RNN unrolled over time: one copy of the cell per step, all with the same weights.</summary>
    /// <param name="steps">The number of steps, 1 to 10.</param>
    /// <param name="notation">The names of the parts; null is <see cref="RnnNotation.Hidden"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is below 1 or above 10.</exception>
    public static SvgFigure Unrolled(int steps = 4, RnnNotation? notation = null)
    {
        CheckSteps(steps, 10);
        var names = notation ?? RnnNotation.Hidden;
        var sketch = new Sketch("rnn-unrolled", $"A recurrent network, unrolled over {steps} steps", UnrolledInWords(steps, names));
        DrawUnrolled(sketch, 0, 0, steps, names);
        return sketch.Finish();
    }

    /// <summary>The same network twice: folded on the left, unrolled on the right.</summary>
    /// <param name="steps">The number of steps to unroll, 1 to 6.</param>
    /// <param name="notation">The names of the parts; null is <see cref="RnnNotation.Hidden"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is below 1 or above 6.</exception>
    public static SvgFigure FoldedAndUnrolled(int steps = 4, RnnNotation? notation = null)
    {
        CheckSteps(steps, 6);
        var names = notation ?? RnnNotation.Hidden;
        var sketch = new Sketch(
            "rnn-folded-and-unrolled", "A recurrent network, folded and unrolled",
            $"Left: one cell with an arrow from its state back to itself. Right: {UnrolledInWords(steps, names)}");
        DrawFolded(sketch, 0, 0, names);
        sketch.Text(168, -10, "unrolled", 13, soft: true);
        sketch.Arrow(Role.Quiet, new(140, 6), new(196, 6));
        DrawUnrolled(sketch, 250, 0, steps, names);
        return sketch.Finish();
    }

    private static void DrawFolded(Sketch sketch, double x, double y, RnnNotation names)
    {
        var input = sketch.Circle(x, y + RowGap, 21, Role.Input, $"${names.Input("t")}$");
        var cell = sketch.Box(x, y, 64, 52, Role.State, $"${names.State("t")}$", 17);
        var loop = x + 88;
        sketch.Arrow(Role.Input, input.Top, cell.Bottom);
        Weight(sketch, x + 8, y + 49, names.InputWeight);
        sketch.Arrow(Role.State, new(cell.Right.X, y - 14), new(loop, y - 14), new(loop, y + 14), new(cell.Right.X, y + 14));
        Weight(sketch, x + 40, y - 28, names.StateWeight);
        sketch.Text(x + 40, y + 30, "1 step later", 12, "start", soft: true);
        if (names.OutputWeight.Length > 0)
        {
            var output = sketch.Circle(x, y - RowGap, 21, Role.Output, $"${names.Output("t")}$");
            sketch.Arrow(Role.Output, cell.Top, output.Bottom);
            Weight(sketch, x + 8, y - 47, names.OutputWeight);
        }
    }

    private static void DrawUnrolled(Sketch sketch, double x, double y, int steps, RnnNotation names)
    {
        var before = sketch.Circle(x, y, 21, Role.Quiet, $"${names.State("0")}$");
        for (var step = 1; step <= steps; step++)
        {
            var column = x + (Pitch * step) - 12;
            var number = step.ToString(CultureInfo.InvariantCulture);
            var input = sketch.Circle(column, y + RowGap, 21, Role.Input, $"${names.Input(number)}$");
            var cell = sketch.Box(column, y, 64, 52, Role.State, $"${names.State(number)}$", 17);
            sketch.Arrow(Role.Input, input.Top, cell.Bottom);
            Weight(sketch, column + 8, y + 49, names.InputWeight);
            sketch.Arrow(Role.State, before.Right, cell.Left);
            Weight(sketch, (before.Right.X + cell.Left.X) / 2, y - 15, names.StateWeight, "middle");
            if (names.OutputWeight.Length > 0)
            {
                var output = sketch.Circle(column, y - RowGap, 21, Role.Output, $"${names.Output(number)}$");
                sketch.Arrow(Role.Output, cell.Top, output.Bottom);
                Weight(sketch, column + 8, y - 47, names.OutputWeight);
            }

            sketch.Text(column, y + RowGap + 38, $"$t = {number}$", 13, soft: true);
            before = cell;
        }
    }

    private static string UnrolledInWords(int steps, RnnNotation names) =>
        $"{steps} copies of the cell stand side by side, one per time step. Step t takes the input {Plain(names.Input("t"))} from below and the state {Plain(names.State("t−1"))} from its left neighbour"
        + (names.OutputWeight.Length > 0 ? $", and gives the output {Plain(names.Output("t"))} at the top" : "")
        + $". The weights {Plain(names.InputWeight)} and {Plain(names.StateWeight)} are the same at every step.";

    private static void Weight(Sketch sketch, double x, double y, string name, string anchor = "start") =>
        sketch.Tagged("f-weight", null, () => sketch.Text(x, y, $"${name}$", 14, anchor, halo: true));

    private static string Plain(string formula) => formula.Replace("{", "").Replace("}", "");

    private static void CheckSteps(int steps, int most)
    {
        if (steps < 1 || steps > most)
            throw new ArgumentOutOfRangeException(nameof(steps), steps, $"This figure draws 1 to {most} steps.");
    }
}
