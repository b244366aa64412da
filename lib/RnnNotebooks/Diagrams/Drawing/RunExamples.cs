using RnnNotebooks.Unrolling;

namespace RnnNotebooks.Drawing;

/// <summary>
/// The four runs of lesson 2 (4 sequences, 3 features, 5 neurons) as a recording holds them, for the pictures in images/; the
/// lesson draws its own from what ran.
/// </summary>
internal static class RunExamples
{
    private const long Batch = 4;
    private const long Features = 3;
    private const long Neurons = 5;

    /// <summary>Two steps by hand: Y0 from X0, Y1 from X1 and Y0.</summary>
    public static (IReadOnlyList<RunNode> Nodes, IReadOnlyList<RunLoop> Loops) ByHand()
    {
        var (x0, x1) = (new TensorUse("X0", 0, [Batch, Features]), new TensorUse("X1", 1, [Batch, Features]));
        var (wx, wy, b) = (new TensorUse("Wx", 2, [Features, Neurons]), new TensorUse("Wy", 3, [Neurons, Neurons]), new TensorUse("b", 4, [1, Neurons]));
        var (y0, y1) = (new TensorUse("Y0", 5, [Batch, Neurons]), new TensorUse("Y1", 6, [Batch, Neurons]));
        return (
            [
                new(0, RunNodeKind.Operation, "tanh(X0 Wx + b)", 0, null, [x0], [y0], [wx, b]),
                new(1, RunNodeKind.Operation, "tanh(Y0 Wy + X1 Wx + b)", 1, null, [x1, y0], [y1], [wx, wy, b]),
            ],
            []);
    }

    /// <summary>A static graph with an input for each step.</summary>
    public static (IReadOnlyList<RunNode> Nodes, IReadOnlyList<RunLoop> Loops) Static(int steps) => (Cells(steps, null), []);

    /// <summary>A static graph with one input: unstacked, run, stacked.</summary>
    public static (IReadOnlyList<RunNode> Nodes, IReadOnlyList<RunLoop> Loops) StaticFromOneInput(int steps)
    {
        var cells = Cells(steps, null);
        var unstack = new RunNode(
            0, RunNodeKind.Operation, "unstack", null, null,
            [new("inputs", 1000, [Batch, steps, Features])], [.. cells.Select(cell => cell.Inputs[0])], []);
        var stack = new RunNode(
            steps + 1, RunNodeKind.Operation, "stack", null, null,
            [.. cells.Select(cell => cell.Outputs[0])], [new("outputs", 1001, [Batch, steps, Neurons])], []);
        return ([unstack, .. cells, stack], []);
    }

    /// <summary>A loop over the time axis.</summary>
    public static (IReadOnlyList<RunNode> Nodes, IReadOnlyList<RunLoop> Loops) Dynamic(int steps)
    {
        var cells = Cells(steps, 0);
        TensorUse inputs = new("inputs", 1000, [Batch, steps, Features]), outputs = new("outputs", 1001, [Batch, steps, Neurons]);
        return (cells, [new RunLoop("dynamic", steps, [inputs], [outputs, cells[^1].Outputs[0] with { Name = "state" }])]);
    }

    private static RunNode[] Cells(int steps, int? loop)
    {
        TensorUse[] weights = [new("Wx", 0, [Features, Neurons]), new("Wh", 1, [Neurons, Neurons]), new("B", 2, [Neurons])];
        var state = new TensorUse("h", 3, [Batch, Neurons]);
        var cells = new RunNode[steps];
        for (var t = 0; t < steps; t++)
        {
            var next = new TensorUse("h", 100 + t, [Batch, Neurons]);
            cells[t] = new(t, RunNodeKind.Cell, "BasicRnn", t, loop, [new("x", 500 + t, [Batch, Features]), state], [next], weights);
            state = next;
        }

        return cells;
    }
}
