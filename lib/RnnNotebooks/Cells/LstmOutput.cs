using RnnNotebooks.Unrolling;
using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// What the tutorial's LSTM layer returns, in its four forms.
/// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
/// </summary>
/// <param name="Output">The last output (batch, hidden), or with returnSequence all of them (batch, steps, hidden).</param>
/// <param name="States">
/// Null without returnStates; else h and c: the last, (batch, hidden) each, or with returnSequence all of them, (batch, steps, hidden) each.
/// </param>
public sealed record LstmOutput(Tensor Output, (Tensor Hidden, Tensor Cell)? States);

/// <summary>
/// The LSTM as the tutorial's layer.
/// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
/// </summary>
public static class LstmLayer
{
    /// <summary>Runs the cell along a sequence and returns what is asked for.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="inputs">(batch, steps, features).</param>
    /// <param name="returnSequence">All steps, not only the last?</param>
    /// <param name="returnStates">The states as well?</param>
    /// <param name="initialStates">h and c to begin with, (batch, hidden) each; zeros by default.</param>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    public static LstmOutput Run(
        this BasicLstm cell, Tensor inputs, bool returnSequence = false, bool returnStates = false,
        (Tensor Hidden, Tensor Cell)? initialStates = null)
    {
        using var scope = NewDisposeScope();
        var state = initialStates is var (h0, c0) ? new CellState(h0, c0) : cell.ZeroState(inputs.shape[0]);
        List<Tensor> hs = [], cs = [];
        var steps = (int)inputs.shape[1];
        RunRecording.Current?.BeginLoop("LSTM layer", steps, ("inputs", inputs));
        for (var t = 0; t < steps; t++)
        {
            RunRecording.Current?.AtStep(t);
            (var h, state) = cell.Step(inputs.select(1, t), state); // (batch, hidden)
            hs.Add(h);
            cs.Add(state.Parts[1]);
        }

        RunRecording.Current?.AtStep(null);
        var output = returnSequence ? stack(hs, 1) : hs[^1]; // (batch, steps, hidden), or (batch, hidden)
        var memory = returnSequence && returnStates ? stack(cs, 1) : cs[^1]; // likewise
        RunRecording.Current?.EndLoop(("output", output));
        scope.Keep(output);
        if (!returnStates)
            return new LstmOutput(output, null);
        scope.Keep(memory);
        return new LstmOutput(output, (output, memory));
    }
}
