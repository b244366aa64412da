using RnnNotebooks.Cells;
using RnnNotebooks.Drawing;

namespace RnnNotebooks;

public static partial class Diagrams
{
    /// <summary>
    /// Inside a GRU cell (Cho et al. 2014), in any of the four conventions that are in use.
    /// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
    /// </summary>
    /// <param name="update">What an open update gate does.</param>
    /// <param name="reset">Where the reset gate acts.</param>
    public static SvgFigure GruCell(UpdateGate update = UpdateGate.KeepsState, ResetGate reset = ResetGate.BeforeProduct)
    {
        var (updateKeeps, resetAfterProduct) = (update == UpdateGate.KeepsState, reset == ResetGate.AfterProduct);
        var name = $"gru-cell-{(updateKeeps ? "update-keeps" : "update-takes")}-reset-{(resetAfterProduct ? "after" : "before")}";
        var sketch = new Sketch(
            name, $"Inside a GRU cell: {(updateKeeps ? "z keeps the old state" : "z takes the new state")}, reset {(resetAfterProduct ? "after" : "before")} the product",
            "The hidden state runs along the top. The reset gate r_t "
            + (resetAfterProduct ? "multiplies the product of the state with its matrix U_c" : "multiplies the state before its matrix U_c does")
            + $"; with the input this gives the candidate c̃_t. The update gate z_t weighs the {(updateKeeps ? "old state, and 1−z_t the candidate" : "candidate, and 1−z_t the old state")}; their sum is the new state.");
        const double Belt = 40, Middle = 134, Gates = 206, Bus = 262, Right = 530;
        sketch.Region(0, 0, Right, 292);
        var stateIn = sketch.Circle(-46, Belt, 25, Role.State, "$h_{t-1}$");
        var stateOut = sketch.Circle(Right + 46, Belt, 25, Role.State, "$h_t$");
        var input = sketch.Circle(56, 342, 25, Role.Input, "$x_t$");
        var resetGate = sketch.Box(110, Gates, 46, 32, Role.Gate, "$σ$", 17);
        var candidate = sketch.Box(268, Gates, 58, 32, Role.Gate, "$tanh$", 16);
        var updateGate = sketch.Box(410, Gates, 46, 32, Role.Gate, "$σ$", 17);
        var scale = Operation(sketch, 110, Middle, "×");
        var old = Operation(sketch, 410, Belt, "×");
        var add = Operation(sketch, 478, Belt, "+");
        var fresh = Operation(sketch, 268, Middle, "×");

        sketch.Arrow(Role.State, stateIn.Right, old.Left);
        sketch.Arrow(Role.State, old.Right, add.Left);
        sketch.Arrow(Role.State, add.Right, stateOut.Left);
        sketch.Dot(28, Belt, Role.State);
        sketch.Line(Role.State, new(28, Belt), new(28, Bus), new(410, Bus));
        sketch.Line(Role.Input, input.Top, new(56, Bus + 2));
        sketch.Dot(56, Bus, Role.State);
        foreach (var gate in new[] { resetGate, updateGate })
        {
            sketch.Arrow(Role.State, new(gate.X, Bus), gate.Bottom);
            sketch.Dot(gate.X, Bus, Role.State);
        }

        // The candidate takes from the bus the input alone: its share of the state comes through the reset gate.
        sketch.Line(Role.Input, input.Right, new(268, input.Y), new(268, 288));
        sketch.Over(Role.Input, true, new(268, 288), candidate.Bottom);
        ResetPath(sketch, Belt, resetGate, candidate, scale, resetAfterProduct);
        UpdatePath(sketch, updateGate, old, fresh, updateKeeps);
        sketch.Arrow(Role.Plain, candidate.Top, fresh.Bottom);
        sketch.Over(Role.Plain, true, fresh.Top, new(268, 82), new(478, 82), add.Bottom);

        GateName(sketch, resetGate, "r_t", "reset");
        GateName(sketch, candidate, "c̃_t", "candidate");
        GateName(sketch, updateGate, "z_t", "update");

        var share = resetAfterProduct ? "r_t ∘ (U_c h_{t-1} + b′_c)" : "U_c (r_t ∘ h_{t-1})";
        Equations(
            sketch, 265, 396,
            "$r_t = σ(W_r x_t + U_r h_{t-1} + b_r)$\u2003\u2003$z_t = σ(W_z x_t + U_z h_{t-1} + b_z)$",
            $"$c̃_t = tanh(W_c x_t + {share} + b_c)$",
            updateKeeps ? "$h_t = z_t ∘ h_{t-1} + (1 - z_t) ∘ c̃_t$" : "$h_t = (1 - z_t) ∘ h_{t-1} + z_t ∘ c̃_t$");
        return sketch.Finish();
    }

    private static void ResetPath(Sketch sketch, double belt, Shape reset, Shape candidate, Shape scale, bool after)
    {
        sketch.Dot(scale.X, belt, Role.State);
        sketch.Arrow(Role.Plain, reset.Top, scale.Bottom);
        if (after)
        {
            var matrix = sketch.Box(scale.X, 84, 44, 30, Role.Weight, "$U_c$");
            sketch.Arrow(Role.State, new(scale.X, belt), matrix.Top);
            sketch.Arrow(Role.State, matrix.Bottom, scale.Top);
            sketch.Arrow(Role.State, scale.Right, new(212, scale.Y), new(212, candidate.Y), candidate.Left);
        }
        else
        {
            var matrix = sketch.Box(176, scale.Y, 44, 30, Role.Weight, "$U_c$");
            sketch.Arrow(Role.State, new(scale.X, belt), scale.Top);
            sketch.Arrow(Role.State, scale.Right, matrix.Left);
            sketch.Arrow(Role.State, matrix.Right, new(218, matrix.Y), new(218, candidate.Y), candidate.Left);
        }
    }

    private static void UpdatePath(Sketch sketch, Shape update, Shape old, Shape fresh, bool keeps)
    {
        sketch.Dot(update.X, fresh.Y, Role.Plain);
        if (keeps)
        {
            var rest = sketch.Box(340, fresh.Y, 40, 28, Role.Plain, "$1 -$");
            sketch.Arrow(Role.Plain, update.Top, old.Bottom);
            sketch.Arrow(Role.Plain, new(update.X, fresh.Y), rest.Right);
            sketch.Arrow(Role.Plain, rest.Left, fresh.Right);
        }
        else
        {
            var rest = sketch.Box(update.X, 106, 40, 26, Role.Plain, "$1 -$");
            sketch.Arrow(Role.Plain, update.Top, rest.Bottom);
            sketch.Arrow(Role.Plain, rest.Top, old.Bottom);
            sketch.Arrow(Role.Plain, new(update.X, fresh.Y), fresh.Right);
        }
    }
}
