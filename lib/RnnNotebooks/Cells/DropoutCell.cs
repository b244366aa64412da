using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// A cell whose inputs, outputs and state lose some of their values at random while it learns, as TensorFlow's DropoutWrapper does:
/// <code>
/// output, s' = cell(dropout(x, pIn), s)      output → dropout(output, pOut)      s' → dropout(s', pState)
/// </code>
/// What is kept is scaled up by 1 / (1 − p), so the mean stays. After <c>eval()</c> it is the cell alone. The memory of an LSTM, its
/// cell state, is left whole: dropping it would make the network forget.
/// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
/// </summary>
public sealed class DropoutCell : RecurrentCell
{
    private readonly RecurrentCell _cell;

    /// <summary>Wraps a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="input">The probability of losing a value of the input.</param>
    /// <param name="output">The probability of losing a value of the output.</param>
    /// <param name="state">The probability of losing a value of the hidden state.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not at least 0 and below 1.</exception>
    public DropoutCell(RecurrentCell cell, double input = 0, double output = 0, double state = 0)
        : base(nameof(DropoutCell), cell.InputSize, cell.HiddenSize)
    {
        foreach (var p in (double[])[input, output, state])
            if (!(p is >= 0 and < 1))
                throw new ArgumentOutOfRangeException(nameof(input), $"A dropout probability must be at least 0 and below 1; {p} is not.");
        register_module("cell", cell);
        (_cell, Input, Output, State) = (cell, input, output, state);
    }

    /// <summary>The probability of losing a value of the input.</summary>
    public double Input { get; }

    /// <summary>The probability of losing a value of the output.</summary>
    public double Output { get; }

    /// <summary>The probability of losing a value of the hidden state.</summary>
    public double State { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<int> StateSizes => _cell.StateSizes;

    /// <inheritdoc/>
    public override int OutputPart => _cell.OutputPart;

    /// <inheritdoc/>
    public override (Tensor Output, CellState State) Step(Tensor input, CellState state) => forward(input, state);

    /// <inheritdoc/>
    public override (Tensor Output, CellState State) forward(Tensor x, CellState state)
    {
        var (output, next) = _cell.Step(Dropped(x, Input), state);
        var hidden = Dropped(next.Hidden, State); // (batch, hidden)
        return (Dropped(output, Output), new CellState([hidden, .. next.Parts.Skip(1)]));
    }

    private Tensor Dropped(Tensor values, double p) => p == 0 || !training ? values : nn.functional.dropout(values, p, training: true);
}
