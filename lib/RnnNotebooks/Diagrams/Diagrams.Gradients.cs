using System.Globalization;
using RnnNotebooks.Drawing;

namespace RnnNotebooks;

public static partial class Diagrams
{
    /// <summary>
    /// Backpropagation through time: the losses of all steps send gradients back along the states, and every step adds its part to the
    /// gradient of the one shared weight.
    /// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb and 05-exploding-and-vanishing-gradients.ipynb</para>
    /// </summary>
    /// <param name="steps">The number of steps, 2 to 8.</param>
    /// <param name="window">Truncated BPTT: the gradient is cut after so many steps; null: not at all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> or <paramref name="window"/> is out of range.</exception>
    public static SvgFigure BackpropagationThroughTime(int steps = 4, int? window = null)
    {
        CheckSteps(steps, 8);
        if (window < 1)
            throw new ArgumentOutOfRangeException(nameof(window), window, "A window of truncated BPTT has at least 1 step.");
        var sketch = new Sketch(
            window is null ? "bptt" : "bptt-truncated",
            window is null ? "Backpropagation through time" : "Truncated backpropagation through time",
            $"{steps} unrolled steps. Values flow forwards from state to state and up to a loss at each step. Gradients flow back from every loss into its state and from each state to the one before"
            + (window is null ? "." : $", but not across a cut after every {window} steps, where the state passes on and the gradient does not.")
            + " Each step adds its part to the gradient of the shared weight W.");
        const double Step = 118;
        var weight = sketch.Box((steps - 1) * Step / 2, 138, 210, 36, Role.Weight, "$∂L/∂W = ∑_t ∂L/∂W|_{(t)}$", 14);
        Shape? before = null;
        for (var i = 0; i < steps; i++)
        {
            var (x, t) = (i * Step, (i + 1).ToString(CultureInfo.InvariantCulture));
            var cell = sketch.Box(x, 0, 60, 48, Role.State, $"$h_{t}$", 17);
            var loss = sketch.Circle(x, -92, 21, Role.Gradient, $"$L_{t}$");
            sketch.Arrow(Role.Quiet, new(x - 9, cell.Top.Y), new(x - 9, -72));
            sketch.Arrow(Role.Gradient, new(x + 9, -72), new(x + 9, cell.Top.Y));
            var docks = weight.X + ((i - ((steps - 1) / 2.0)) * Math.Min(40, 180.0 / steps));
            sketch.Curve(Role.Weight, cell.Bottom, new(x, 84), new(docks, 76), new(docks, weight.Top.Y));
            if (before is { } left)
            {
                sketch.Arrow(Role.Quiet, new(left.Right.X, -10), new(cell.Left.X, -10));
                if (window is { } length && i % length == 0)
                {
                    var cut = (left.Right.X + cell.Left.X) / 2;
                    sketch.Text(cut, 10, "✗", 16, halo: true);
                    sketch.DashedLine(Role.Gradient, new(cut, -118), new(cut, -2));
                }
                else
                    sketch.Arrow(Role.Gradient, new(cell.Left.X, 10), new(left.Right.X, 10));
            }

            before = cell;
        }

        sketch.Line(Role.Quiet, new(0, 178), new(26, 178));
        sketch.Text(32, 178, "values forwards", 12, "start", soft: true);
        sketch.Line(Role.Gradient, new(152, 178), new(178, 178));
        sketch.Text(184, 178, "gradients back", 12, "start", soft: true);
        return sketch.Finish();
    }

    /// <summary>
    /// How a gradient vanishes or explodes on its way back: each step multiplies it by the same factor, drawn as the arrow's thickness.
    /// <para>Taught in notebooks/05-exploding-and-vanishing-gradients.ipynb</para>
    /// </summary>
    /// <param name="factor">What one step back multiplies the gradient's norm by, above 0 and at most 3.</param>
    /// <param name="steps">The number of states, 2 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> or <paramref name="steps"/> is out of range.</exception>
    public static SvgFigure GradientFlow(double factor, int steps = 7)
    {
        CheckSteps(steps, 10);
        if (factor is not (> 0 and <= 3))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor of a step back is above 0 and at most 3.");
        var grows = factor > 1;
        var total = Math.Pow(factor, steps - 1);
        var sketch = new Sketch(
            factor == 1 ? "gradient-steady" : grows ? "gradient-explodes" : "gradient-vanishes",
            factor == 1 ? "A gradient that keeps its size" : grows ? "An exploding gradient" : "A vanishing gradient",
            $"A chain of {steps} states. The gradient starts with norm 1 at the last and is multiplied by {Number(factor)} at every step back; at the first state it is {Number(total)}. The arrows' thickness shows its norm.");
        const double Step = 92;
        Shape? after = null;
        for (var i = steps; i >= 1; i--)
        {
            var x = (i - 1) * Step;
            var norm = Math.Pow(factor, steps - i);
            var state = sketch.Box(x, 0, 46, 40, Role.State, $"$h_{{{i}}}$", 16);
            sketch.Text(x, 38, Number(norm), 13);
            if (after is { } next)
                sketch.WeightedArrow(Role.Gradient, Math.Clamp((grows ? 1.2 : 8) * norm, 0.5, 14), next.Left, state.Right);
            after = state;
        }

        var middle = (steps - 1) * Step / 2;
        sketch.Text(middle, -42, $"each step back: $× {Number(factor)}$", 14);
        sketch.Text(middle, 62, "$‖∂L/∂h_t‖$", 14, soft: true);
        return sketch.Finish();
    }

    private static string Number(double value) => value.ToString(value >= 100 ? "0" : value >= 0.1 ? "0.##" : "0.###", CultureInfo.InvariantCulture);
}
