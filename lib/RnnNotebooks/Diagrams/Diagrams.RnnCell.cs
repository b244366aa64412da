using RnnNotebooks.Drawing;

namespace RnnNotebooks;

public static partial class Diagrams
{
    private const double OperationRadius = 13;

    /// <summary>
    /// Inside an RNN cell: the parts of h_t = tanh(W_hh h_(t−1) + W_xh x_t + b_h) and y_t = softmax(W_hy h_t + b_y), each drawn as
    /// the box that computes it.
    /// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
    /// </summary>
    /// <param name="notation">The names of the parts; null is <see cref="RnnNotation.Hidden"/>.</param>
    public static SvgFigure RnnCell(RnnNotation? notation = null)
    {
        var names = notation ?? RnnNotation.Hidden;
        var (state, before, input) = (names.State("t"), names.State("t-1"), names.Input("t"));
        var speaks = names.OutputWeight.Length > 0;
        var sketch = new Sketch(
            "rnn-cell", "Inside an RNN cell",
            $"The previous state {Plain(before)} times {Plain(names.StateWeight)} and the input {Plain(input)} times {Plain(names.InputWeight)} are added"
            + (names.StateBias is null ? "" : $" to the bias {Plain(names.StateBias)}") + $"; tanh of the sum is the new state {Plain(state)}."
            + (speaks ? $" The new state goes to the next step and, times {Plain(names.OutputWeight)} and through softmax, becomes the output {Plain(names.Output("t"))}." : " It is also the cell's output."));

        sketch.Region(20, speaks ? -196 : -78, 430, 98);
        var last = sketch.Circle(-32, 0, 24, Role.State, $"${before}$");
        var stateWeight = sketch.Box(90, 0, 58, 36, Role.Weight, $"${names.StateWeight}$", 16);
        var sum = Operation(sketch, 190, 0, "+");
        var tanh = sketch.Box(272, 0, 62, 36, Role.Gate, "$tanh$", 16);
        var next = sketch.Circle(490, 0, 24, Role.State, $"${state}$");
        var x = sketch.Circle(190, 144, 24, Role.Input, $"${input}$");
        var inputWeight = sketch.Box(190, 62, 58, 36, Role.Weight, $"${names.InputWeight}$", 16);
        sketch.Arrow(Role.State, last.Right, stateWeight.Left);
        sketch.Arrow(Role.State, stateWeight.Right, sum.Left);
        sketch.Arrow(Role.Input, x.Top, inputWeight.Bottom);
        sketch.Arrow(Role.Input, inputWeight.Top, sum.Bottom);
        sketch.Arrow(Role.Plain, sum.Right, tanh.Left);
        sketch.Arrow(Role.State, tanh.Right, next.Left);
        if (names.StateBias is { } bias)
            sketch.Arrow(Role.Weight, sketch.Circle(190, -52, 17, Role.Weight, $"${bias}$", 14).Bottom, sum.Top);

        string[] equations = [$"${state} = tanh({names.StateWeight} {before} + {names.InputWeight} {input}{Plus(names.StateBias)})$"];
        if (speaks)
        {
            var outputWeight = sketch.Box(362, -52, 58, 36, Role.Weight, $"${names.OutputWeight}$", 16);
            var outputSum = Operation(sketch, 362, -107, "+");
            var softmax = sketch.Box(362, -160, 84, 36, Role.Gate, "$softmax$", 16);
            var y = sketch.Circle(362, -240, 24, Role.Output, $"${names.Output("t")}$");
            sketch.Dot(362, 0, Role.State);
            sketch.Arrow(Role.State, new(362, 0), outputWeight.Bottom);
            sketch.Arrow(Role.Output, outputWeight.Top, outputSum.Bottom);
            sketch.Arrow(Role.Output, outputSum.Top, softmax.Bottom);
            sketch.Arrow(Role.Output, softmax.Top, y.Bottom);
            if (names.OutputBias is { } outputBias)
                sketch.Arrow(Role.Weight, sketch.Circle(290, -107, 17, Role.Weight, $"${outputBias}$", 14).Right, outputSum.Left);
            equations = [.. equations, $"${names.Output("t")} = softmax({names.OutputWeight} {state}{Plus(names.OutputBias)})$"];
        }

        Equations(sketch, 228, 200, equations);
        return sketch.Finish();
    }

    private static string Plus(string? bias) => bias is null ? "" : $" + {bias}";

    private static Shape Operation(Sketch sketch, double x, double y, string sign) =>
        sketch.Circle(x, y, OperationRadius, Role.Plain, $"${sign}$", 16);

    // The formulas that a picture draws, in a frame below it.
    private static void Equations(Sketch sketch, double middle, double top, params ReadOnlySpan<string> equations)
    {
        double width = 0;
        foreach (var equation in equations)
            width = Math.Max(width, new Label(equation).Width(15));
        sketch.Region(middle - (width / 2) - 16, top - 6, middle + (width / 2) + 16, top + 8 + (equations.Length * 27), Role.Plain, dashed: true);
        for (var i = 0; i < equations.Length; i++)
            sketch.Text(middle, top + 14 + (i * 27), equations[i], 15);
    }
}
