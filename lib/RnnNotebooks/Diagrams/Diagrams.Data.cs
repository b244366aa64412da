using System.Globalization;
using RnnNotebooks.Drawing;

namespace RnnNotebooks;

public static partial class Diagrams
{
    /// <summary>
    /// An image read as a sequence: row t is the input at step t.
    /// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
    /// </summary>
    /// <param name="pixels">28 rows of 28 brightnesses from 0 to 255; null: a drawn digit.</param>
    /// <exception cref="ArgumentException">There are not 784 pixels.</exception>
    public static SvgFigure ImageRows(IReadOnlyList<byte>? pixels = null)
    {
        const int Side = 28;
        pixels ??= DrawnDigit();
        if (pixels.Count != Side * Side)
            throw new ArgumentException($"An image of this lesson has 28 × 28 = 784 pixels, not {pixels.Count}.", nameof(pixels));
        var sketch = new Sketch(
            "image-rows", "An image read row by row",
            "A 28 by 28 image of a digit on the left. Each of its 28 rows is the input of one time step: a chain of cells reads row 1, row 2 and so on to row 28, and the last state goes into a dense layer with 10 outputs, one a digit.");
        const double Dot = 8;
        sketch.Region(-6, -6, (Side * Dot) + 6, (Side * Dot) + 6);
        sketch.Pixels(0, 0, Dot, Side, pixels);
        const double Top = 24, Gap = 84;
        var left = (Side * Dot) + 110;
        (string Row, double Y)[] steps = [("1", Top), ("2", Top + Gap), ("28", Top + (2.25 * Gap))];
        Shape? before = null;
        foreach (var (row, y) in steps)
        {
            var cell = sketch.Box(left + 74, y, 62, 42, Role.State, $"$h_{{{row}}}$", 17);
            var input = sketch.Circle(left, y, 22, Role.Input, $"$x_{{{row}}}$");
            var pixelY = (int.Parse(row, CultureInfo.InvariantCulture) - 0.5) * Dot;
            sketch.Curve(Role.Input, new((Side * Dot) + 8, pixelY), new((Side * Dot) + 50, pixelY), new(left - 62, y), input.Left);
            sketch.Arrow(Role.Input, input.Right, cell.Left);
            if (before is { } above)
            {
                if (row == "28")
                    sketch.DashedArrow(Role.State, above.Bottom, cell.Top);
                else
                    sketch.Arrow(Role.State, above.Bottom, cell.Top);
            }

            before = cell;
        }

        var last = before!.Value;
        var dense = sketch.Box(last.X + 112, last.Y, 76, 42, Role.Weight, "dense", 14);
        var logits = sketch.Box(dense.X + 116, last.Y, 80, 42, Role.Output, "10 logits", 13);
        sketch.Arrow(Role.State, last.Right, dense.Left);
        sketch.Arrow(Role.Output, dense.Right, logits.Left);
        sketch.Text(left + 126, Top, "28 steps of 28 inputs", 13, "start", soft: true);
        sketch.Text(left + 126, Top + 20, "150 neurons", 13, "start", soft: true);
        sketch.Text(Side * Dot / 2, (Side * Dot) + 24, "28 rows × 28 columns", 12, soft: true);
        return sketch.Finish();
    }

    /// <summary>
    /// One batch of sequences laid out batch first and time first: the same numbers, other axes.
    /// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
    /// </summary>
    /// <param name="batch">Sequences, 1 to 5.</param>
    /// <param name="steps">Steps, 1 to 5.</param>
    /// <param name="features">Features, 1 to 6.</param>
    /// <exception cref="ArgumentOutOfRangeException">An axis is out of range.</exception>
    public static SvgFigure BatchAndTimeMajor(int batch = 4, int steps = 2, int features = 3)
    {
        foreach (var (axis, length, most) in new[] { (nameof(batch), batch, 5), (nameof(steps), steps, 5), (nameof(features), features, 6) })
        {
            if (length < 1 || length > most)
                throw new ArgumentOutOfRangeException(axis, length, $"This figure draws 1 to {most} {axis}.");
        }

        var sketch = new Sketch(
            "batch-and-time-major", "Batch first and time first",
            $"Left: {batch} sheets, one a sequence, each a table of {steps} steps by {features} features: shape ({batch}, {steps}, {features}). Right: {steps} sheets, one a step, each a table of {batch} sequences by {features} features: shape ({steps}, {batch}, {features}). Sequence 1 is marked in both.");
        var width = DrawSheets(sketch, 0, batch, steps, features, "n", "t", batchFirst: true);
        var right = DrawSheets(sketch, width + 90, steps, batch, features, "t", "n", batchFirst: false);
        var y = -44;
        sketch.Text(width / 2, y, $"batch first `({batch}, {steps}, {features})`", 13);
        sketch.Text(width + 90 + (right / 2), y, $"time first `({steps}, {batch}, {features})`", 13);
        return sketch.Finish();
    }

    private static double DrawSheets(Sketch sketch, double left, int sheets, int rows, int columns, string sheetName, string rowName, bool batchFirst)
    {
        const double Side = 26, ShiftX = 22, ShiftY = 17;
        for (var sheet = sheets - 1; sheet >= 0; sheet--)
        {
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    var marked = (batchFirst ? sheet : row) == 0;
                    sketch.Box(left + (column * Side) + (sheet * ShiftX) + 13, (row * Side) + ((sheets - 1 - sheet) * ShiftY), Side, Side, marked ? Role.Input : Role.Quiet, radius: 2);
                }
            }
        }

        var bottom = ((rows - 1) * Side) + ((sheets - 1) * ShiftY) + 30;
        sketch.Text(left + (columns * Side / 2), bottom, "features", 12, soft: true);
        sketch.Text(left - 8, ((rows - 1) * Side / 2) + ((sheets - 1) * ShiftY), $"${rowName}$", 14, "end");
        sketch.Text(left + (columns * Side) + ((sheets - 1) * ShiftX / 2) + 12, ((sheets - 1) * ShiftY / 2) + ((rows - 0.5) * Side) + 8, $"${sheetName}$", 14, "start");
        return (columns * Side) + ((sheets - 1) * ShiftX);
    }

    // A seven, drawn with a pen three pixels thick: enough to see rows in.
    private static byte[] DrawnDigit()
    {
        var pixels = new byte[28 * 28];
        for (var step = 0; step <= 200; step++)
        {
            var along = step / 200.0;
            var (x, y) = along < 0.42 ? (7 + (along / 0.42 * 13), 6.5) : (20 - ((along - 0.42) / 0.58 * 8), 6.5 + ((along - 0.42) / 0.58 * 16));
            for (var row = (int)y - 2; row <= (int)y + 3; row++)
            {
                for (var column = (int)x - 2; column <= (int)x + 3; column++)
                {
                    var distance = Math.Sqrt(((row - y) * (row - y)) + ((column - x) * (column - x)));
                    var ink = (byte)Math.Round(255 * Math.Clamp(1.9 - distance, 0, 1));
                    pixels[(row * 28) + column] = Math.Max(pixels[(row * 28) + column], ink);
                }
            }
        }

        return pixels;
    }
}
