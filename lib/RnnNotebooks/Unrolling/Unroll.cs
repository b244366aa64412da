using RnnNotebooks.Cells;
using static TorchSharp.torch;

namespace RnnNotebooks.Unrolling;

/// <summary>
/// Runs a cell along a sequence. <c>Static</c> makes one copy of the cell a step, as TensorFlow's <c>static_rnn</c> does;
/// <see cref="Dynamic"/> is a loop over the time axis, as <c>dynamic_rnn</c>. The weights are the same at every step, so both give the same numbers.
/// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
/// </summary>
public static class Unroll
{
    /// <summary>One copy of the cell for each input, chained by the state.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="inputs">The input of each step, (batch, features) each.</param>
    /// <param name="lengths">Steps that each sample has, (batch), 64-bit; all of them by default.</param>
    /// <param name="initial">The state to begin with; zeros by default.</param>
    /// <returns>The output of each step, zero past a sample's end, and the state at its true end.</returns>
    /// <exception cref="ArgumentException">There is no input, or a shape is wrong.</exception>
    public static UnrolledSteps Static(
        IRecurrentCell cell, IReadOnlyList<Tensor> inputs, Tensor? lengths = null, CellState? initial = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (inputs.Count == 0)
            throw new ArgumentException("There is no step to unroll; give at least one input.", nameof(inputs));
        var batch = inputs[0].shape[0];
        using var scope = NewDisposeScope();
        using var mask = StepMask.Of(lengths, batch, inputs.Count);
        var state = initial ?? cell.ZeroState(batch); // (batch, hidden) each part
        var outputs = new Tensor[inputs.Count];
        for (var t = 0; t < outputs.Length; t++)
        {
            RunRecording.Current?.AtStep(t);
            (outputs[t], state) = mask.Apply(t, cell.Step(inputs[t], state), state); // (batch, hidden)
        }

        RunRecording.Current?.AtStep(null);
        scope.Keep(outputs);
        scope.Keep(state.Parts);
        return new UnrolledSteps(outputs, state);
    }

    /// <summary>The same from one input: unstacked, run, and stacked again.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="inputs">(batch, steps, features).</param>
    /// <param name="lengths">Steps that each sample has, (batch), 64-bit; all of them by default.</param>
    /// <param name="initial">The state to begin with; zeros by default.</param>
    /// <param name="timeMajor">Are inputs and outputs (steps, batch, …)?</param>
    /// <returns>Outputs (batch, steps, hidden), zero past a sample's end, and the state at its true end.</returns>
    /// <exception cref="ArgumentException">There is no step, or a shape is wrong.</exception>
    public static Unrolled Static(
        IRecurrentCell cell, Tensor inputs, Tensor? lengths = null, CellState? initial = null, bool timeMajor = false)
    {
        CheckSequence(inputs);
        var time = timeMajor ? 0 : 1;
        using var scope = NewDisposeScope();
        var steps = inputs.unbind(time); // (batch, features) each
        RunRecording.Current?.Node(RunNodeKind.Operation, "unstack", [("inputs", inputs)], steps.Select((step, t) => ($"x{t}", step)));
        var (outputs, state) = Static(cell, steps, lengths, initial);
        var stacked = stack(outputs, time); // (batch, steps, hidden)
        RunRecording.Current?.Node(RunNodeKind.Operation, "stack", outputs.Select((step, t) => ($"y{t}", step)), [("outputs", stacked)]);
        scope.Keep(stacked);
        scope.Keep(state.Parts);
        return new Unrolled(stacked, state);
    }

    /// <summary>A loop over the time axis.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="inputs">(batch, steps, features).</param>
    /// <param name="lengths">Steps that each sample has, (batch), 64-bit, 0 allowed; all of them by default.</param>
    /// <param name="initial">The state to begin with; zeros by default.</param>
    /// <param name="reverse">Read each sample from its last step to its first? Output t still belongs to input t.</param>
    /// <param name="timeMajor">Are inputs and outputs (steps, batch, …)?</param>
    /// <returns>Outputs (batch, steps, hidden), zero past a sample's end, and the state at its true end.</returns>
    /// <exception cref="ArgumentException">There is no step, or a shape is wrong.</exception>
    public static Unrolled Dynamic(
        IRecurrentCell cell, Tensor inputs, Tensor? lengths = null, CellState? initial = null, bool reverse = false, bool timeMajor = false)
    {
        ArgumentNullException.ThrowIfNull(cell);
        CheckSequence(inputs);
        var (batchAxis, time) = timeMajor ? (1, 0) : (0, 1);
        var (batch, steps) = (inputs.shape[batchAxis], (int)inputs.shape[time]);
        using var scope = NewDisposeScope();
        var recording = RunRecording.Current;
        recording?.BeginLoop("dynamic", steps, ("inputs", inputs));
        using var mask = StepMask.Of(lengths, batch, steps);
        var sequence = reverse ? Sequences.Reverse(inputs, lengths, timeMajor) : inputs; // (batch, steps, features)
        var state = initial ?? cell.ZeroState(batch); // (batch, hidden) each part
        var outputs = new Tensor[steps];
        for (var t = 0; t < steps; t++)
        {
            recording?.AtStep(t);
            (outputs[t], state) = mask.Apply(t, cell.Step(sequence.select(time, t), state), state); // (batch, hidden)
        }

        recording?.AtStep(null);
        var stacked = stack(outputs, time); // (batch, steps, hidden)
        if (reverse)
            stacked = Sequences.Reverse(stacked, lengths, timeMajor);
        recording?.EndLoop(("outputs", stacked), ("state", state.Hidden));
        scope.Keep(stacked);
        scope.Keep(state.Parts);
        return new Unrolled(stacked, state);
    }

    /// <summary>One cell reads forwards, another backwards; their outputs stand side by side.</summary>
    /// <param name="forward">The cell that reads forwards.</param>
    /// <param name="backward">The cell that reads backwards.</param>
    /// <param name="inputs">(batch, steps, features).</param>
    /// <param name="lengths">Steps that each sample has, (batch), 64-bit; all of them by default.</param>
    /// <param name="timeMajor">Are inputs and outputs (steps, batch, …)?</param>
    /// <returns>
    /// Outputs (batch, steps, hidden + hidden), the state of the forward cell at each sample's end and that of the backward cell at its
    /// beginning.
    /// </returns>
    /// <exception cref="ArgumentException">There is no step, or a shape is wrong.</exception>
    public static (Tensor Outputs, CellState Forward, CellState Backward) Bidirectional(
        IRecurrentCell forward, IRecurrentCell backward, Tensor inputs, Tensor? lengths = null, bool timeMajor = false)
    {
        using var scope = NewDisposeScope();
        var (there, forwardState) = Dynamic(forward, inputs, lengths, timeMajor: timeMajor); // (batch, steps, hidden)
        var (back, backwardState) = Dynamic(backward, inputs, lengths, reverse: true, timeMajor: timeMajor); // (batch, steps, hidden)
        var outputs = cat([there, back], -1); // (batch, steps, hidden + hidden)
        scope.Keep(outputs);
        scope.Keep(forwardState.Parts);
        scope.Keep(backwardState.Parts);
        return (outputs, forwardState, backwardState);
    }

    private static void CheckSequence(Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.dim() != 3)
            throw new ArgumentException($"A sequence is (batch, steps, features), not ({string.Join(", ", inputs.shape)}); unsqueeze the axis that is missing.", nameof(inputs));
        if (inputs.shape[0] == 0 || inputs.shape[1] == 0)
            throw new ArgumentException($"A sequence of shape ({string.Join(", ", inputs.shape)}) has no sample or no step.", nameof(inputs));
    }
}
