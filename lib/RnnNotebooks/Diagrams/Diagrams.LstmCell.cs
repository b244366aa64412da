using RnnNotebooks.Drawing;

namespace RnnNotebooks;

/// <summary>How a figure names the gates of an LSTM.</summary>
public enum LstmNames
{
    /// <summary>f, i, o and the candidate c̃, with h and c: most papers, and this course's code.</summary>
    Letters,

    /// <summary>Γf, Γu, Γo with a⟨t⟩ and c⟨t⟩: the source tutorial.</summary>
    Gamma,
}

public static partial class Diagrams
{
    private sealed record GateNames(string Forget, string Input, string Output, string Candidate, Func<string, string> State, Func<string, string> Memory, string InputAtStep)
    {
        public static GateNames Of(LstmNames names) => names == LstmNames.Gamma
            ? new("Γ_f", "Γ_u", "Γ_o", "c̃^{⟨t⟩}", step => $"a^{{⟨{step}⟩}}", step => $"c^{{⟨{step}⟩}}", "x^{⟨t⟩}")
            : new("f_t", "i_t", "o_t", "c̃_t", step => $"h_{{{step}}}", step => $"c_{{{step}}}", "x_t");
    }

    /// <summary>
    /// Inside an LSTM cell (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000): the cell state runs along the
    /// top, three gates say what it forgets, takes in and shows.
    /// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
    /// </summary>
    /// <param name="names">How the gates are named.</param>
    public static SvgFigure LstmCell(LstmNames names = LstmNames.Letters)
    {
        var n = GateNames.Of(names);
        var (h, hBefore, c, cBefore) = (n.State("t"), n.State("t-1"), n.Memory("t"), n.Memory("t-1"));
        var sketch = new Sketch(
            names == LstmNames.Gamma ? "lstm-cell-gamma" : "lstm-cell", "Inside an LSTM cell",
            $"The cell state runs along the top from {Plain(cBefore)} to {Plain(c)}. The forget gate {Plain(n.Forget)} multiplies it; the input gate {Plain(n.Input)} times the candidate {Plain(n.Candidate)} is added. "
            + $"The output gate {Plain(n.Output)} times tanh of the cell state is the new hidden state {Plain(h)}. All gates and the candidate read the previous hidden state {Plain(hBefore)} and the input {Plain(n.InputAtStep)}.");
        const double Belt = 48, Gates = 188, Bus = 248, Right = 610;
        sketch.Region(0, 0, Right, 278);

        var memoryIn = sketch.Circle(-46, Belt, 25, Role.Memory, $"${cBefore}$");
        var memoryOut = sketch.Circle(Right + 46, Belt, 25, Role.Memory, $"${c}$");
        var stateIn = sketch.Circle(-46, Bus, 25, Role.State, $"${hBefore}$");
        var stateOut = sketch.Circle(Right + 46, Bus, 25, Role.State, $"${h}$");
        var input = sketch.Circle(46, 330, 25, Role.Input, $"${n.InputAtStep}$");

        var forget = sketch.Box(96, Gates, 46, 32, Role.Gate, "$σ$", 17);
        var take = sketch.Box(210, Gates, 46, 32, Role.Gate, "$σ$", 17);
        var candidate = sketch.Box(324, Gates, 58, 32, Role.Gate, "$tanh$", 16);
        var show = sketch.Box(456, Gates, 46, 32, Role.Gate, "$σ$", 17);
        var keep = Operation(sketch, 96, Belt, "×");
        var add = Operation(sketch, 324, Belt, "+");
        var write = Operation(sketch, 324, 116, "×");
        var squash = sketch.Box(540, 94, 58, 30, Role.Gate, "$tanh$", 16);
        var read = Operation(sketch, 540, 150, "×");

        sketch.WeightedArrow(Role.Memory, 4, memoryIn.Right, keep.Left);
        sketch.WeightedArrow(Role.Memory, 4, keep.Right, add.Left);
        sketch.WeightedArrow(Role.Memory, 4, add.Right, memoryOut.Left);
        sketch.Arrow(Role.Plain, forget.Top, keep.Bottom);
        sketch.Arrow(Role.Plain, candidate.Top, write.Bottom);
        sketch.Arrow(Role.Plain, take.Top, new(210, 116), write.Left);
        sketch.Arrow(Role.Plain, write.Top, add.Bottom);
        sketch.Dot(540, Belt, Role.Memory);
        sketch.Arrow(Role.Memory, new(540, Belt), squash.Top);
        sketch.Arrow(Role.Plain, squash.Bottom, read.Top);
        sketch.Arrow(Role.Plain, show.Top, new(456, 150), read.Left);
        sketch.Arrow(Role.State, read.Bottom, new(540, Bus), stateOut.Left);

        sketch.Line(Role.State, stateIn.Right, new(show.X, Bus));
        sketch.Line(Role.Input, input.Top, new(46, Bus + 2));
        sketch.Dot(46, Bus, Role.State);
        foreach (var gate in new[] { forget, take, candidate, show })
        {
            sketch.Arrow(Role.State, new(gate.X, Bus), gate.Bottom);
            sketch.Dot(gate.X, Bus, Role.State);
        }

        GateName(sketch, forget, n.Forget, "forget");
        GateName(sketch, take, n.Input, names == LstmNames.Gamma ? "update" : "input");
        GateName(sketch, candidate, n.Candidate, "candidate");
        GateName(sketch, show, n.Output, "output", leftOfLine: true);
        sketch.Text(210, 26, "cell state", 12, soft: true);

        var both = $"[{hBefore}, {n.InputAtStep}]";
        Equations(
            sketch, 148, 384,
            $"${n.Forget} = σ(W_f {both} + b_f)$",
            $"${n.Input} = σ({(names == LstmNames.Gamma ? "W_u" : "W_i")} {both} + {(names == LstmNames.Gamma ? "b_u" : "b_i")})$",
            $"${n.Output} = σ(W_o {both} + b_o)$");
        Equations(
            sketch, 452, 384,
            $"${n.Candidate} = tanh(W_c {both} + b_c)$",
            $"${c} = {n.Forget} ∘ {cBefore} + {n.Input} ∘ {n.Candidate}$",
            $"${h} = {n.Output} ∘ tanh({c})$");
        return sketch.Finish();
    }

    /// <summary>
    /// The cell state as a conveyor belt through several steps: at each step a valve lets part of it pass and something is put on top,
    /// and nothing else stands in its way.
    /// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
    /// </summary>
    /// <param name="steps">The number of steps, 1 to 5.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is below 1 or above 5.</exception>
    public static SvgFigure ConveyorBelt(int steps = 3)
    {
        CheckSteps(steps, 5);
        var sketch = new Sketch(
            "lstm-conveyor-belt", "The cell state as a conveyor belt",
            $"A thick line, the cell state, runs through {steps} LSTM cells. In each, the forget gate multiplies it and the gated candidate is added: no matrix and no tanh in between. The hidden state runs below and passes through all of the cell.");
        const double Width = 172;
        var memory = sketch.Circle(-42, 0, 24, Role.Memory, "$c_0$");
        var state = sketch.Circle(-42, 120, 24, Role.State, "$h_0$");
        for (var step = 1; step <= steps; step++)
        {
            var left = ((step - 1) * (Width + 28)) + 10;
            sketch.Region(left, -34, left + Width, 154);
            var keep = Operation(sketch, left + 44, 0, "×");
            var add = Operation(sketch, left + 128, 0, "+");
            var gates = sketch.Box(left + (Width / 2), 120, 132, 36, Role.Gate, "gates and candidate", 12);
            sketch.WeightedArrow(Role.Memory, 5, memory.Right, keep.Left);
            sketch.WeightedArrow(Role.Memory, 5, keep.Right, add.Left);
            sketch.Arrow(Role.State, state.Right, gates.Left);
            sketch.Arrow(Role.Plain, new(keep.X, gates.Top.Y), keep.Bottom);
            sketch.Arrow(Role.Plain, new(add.X, gates.Top.Y), add.Bottom);
            sketch.Text(keep.X - 7, 58, $"$f_{step}$", 15, "end");
            sketch.Text(add.X - 7, 58, $"$i_{step} ∘ c̃_{step}$", 15, "end");
            sketch.Arrow(Role.Input, sketch.Circle(gates.X, 200, 22, Role.Input, $"$x_{step}$").Top, gates.Bottom);
            memory = add;
            state = gates;
        }

        var end = (steps * (Width + 28)) + 36;
        sketch.WeightedArrow(Role.Memory, 5, memory.Right, sketch.Circle(end, 0, 24, Role.Memory, $"$c_{steps}$").Left);
        sketch.Arrow(Role.State, state.Right, sketch.Circle(end, 120, 24, Role.State, $"$h_{steps}$").Left);
        return sketch.Finish();
    }

    private static void GateName(Sketch sketch, Shape gate, string symbol, string word, bool leftOfLine = false)
    {
        sketch.Text(gate.X + (leftOfLine ? -8 : 8), gate.Top.Y - 17, $"${symbol}$", 15, leftOfLine ? "end" : "start");
        sketch.Text(gate.Right.X + 6, gate.Y, word, 12, "start", soft: true);
    }
}
