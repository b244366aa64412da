using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// Gated recurrent unit (Cho et al., 2014), in each of its conventions:
/// <code>
/// z, r = σ(x Wx + h Wh + b)                       update and reset gate
/// c = tanh(x Wx + (r ∘ h) Wh + b)                 reset before the product, or
/// c = tanh(x Wx + b + r ∘ (h Wh + bh))            after it
/// h' = z ∘ h + (1 − z) ∘ c                        the update gate keeps the state, or the other way round
/// </code>
/// The columns come in the order update, reset, candidate. Wx (features, 3 · hidden), Wh (hidden, 3 · hidden), B (3 · hidden), and
/// Bh (hidden) only for a reset after the product.
/// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
/// </summary>
public sealed partial class Gru : RecurrentCell
{
    /// <summary>A cell with fresh weights.</summary>
    /// <param name="inputSize">Features of an input.</param>
    /// <param name="hiddenSize">Units.</param>
    /// <param name="initialization">Where the weights begin.</param>
    /// <param name="update">What an open update gate does.</param>
    /// <param name="reset">Where the reset gate acts.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public Gru(
        int inputSize, int hiddenSize, Initialization initialization = Initialization.TensorFlow,
        UpdateGate update = UpdateGate.KeepsState, ResetGate reset = ResetGate.BeforeProduct)
        : base(nameof(Gru), inputSize, hiddenSize)
    {
        (Update, Reset) = (update, reset);
        AddWeight(nameof(Wx), inputSize, 3 * hiddenSize);
        AddWeight(nameof(Wh), hiddenSize, 3 * hiddenSize);
        AddWeight(nameof(B), 3 * hiddenSize);
        if (reset == ResetGate.AfterProduct)
            AddWeight(nameof(Bh), hiddenSize);
        Initializer.Fill(initialization, Wx, Wh);
        if (initialization == Initialization.PyTorch)
            Initializer.FillUniform(hiddenSize, Bh is null ? [B] : [B, Bh]);
        else if (initialization != Initialization.SmallNormal)
            Initializer.Set(B, 0, 2 * hiddenSize, 1); // TensorFlow's cell begins with both gates rather open
    }

    /// <summary>What an open update gate does.</summary>
    public UpdateGate Update { get; }

    /// <summary>Where the reset gate acts.</summary>
    public ResetGate Reset { get; }

    /// <summary>From the input, (features, 3 · hidden).</summary>
    public Parameter Wx => Weight(nameof(Wx));

    /// <summary>From the state, (hidden, 3 · hidden).</summary>
    public Parameter Wh => Weight(nameof(Wh));

    /// <summary>The bias, (3 · hidden).</summary>
    public Parameter B => Weight(nameof(B));

    /// <summary>The bias inside the reset product, (hidden); null where the reset comes before the product.</summary>
    public Parameter? Bh => Reset == ResetGate.AfterProduct ? Weight(nameof(Bh)) : null;

    /// <inheritdoc/>
    public override (Tensor Output, CellState State) forward(Tensor x, CellState state)
    {
        var h = state.Hidden;
        var (z, _, c) = Gates(x, state); // (batch, hidden) each
        var next = Update == UpdateGate.KeepsState ? c + (z * (h - c)) : h + (z * (c - h)); // (batch, hidden)
        return (next, new CellState(next));
    }

    /// <summary>The gates of one step: what the pictures of lesson 4 show.</summary>
    /// <param name="x">(batch, features).</param>
    /// <param name="state">h, (batch, hidden).</param>
    /// <returns>Update gate, reset gate and candidate, (batch, hidden) each.</returns>
    public (Tensor Update, Tensor Reset, Tensor Candidate) Gates(Tensor x, CellState state)
    {
        var h = state.Hidden;
        var sizes = new[] { 2L * HiddenSize, HiddenSize };
        var fromInput = (x.mm(Wx) + B).split(sizes, 1); // (batch, 2 · hidden) for the gates, (batch, hidden) for the candidate
        var wh = Wh.split(sizes, 1); // (hidden, 2 · hidden), (hidden, hidden)
        var gates = (fromInput[0] + h.mm(wh[0])).sigmoid().chunk(2, 1); // (batch, hidden) each
        var (z, r) = (gates[0], gates[1]);
        var remembered = Bh is null ? (r * h).mm(wh[1]) : r * (h.mm(wh[1]) + Bh); // (batch, hidden)
        return (z, r, (fromInput[1] + remembered).tanh());
    }
}
