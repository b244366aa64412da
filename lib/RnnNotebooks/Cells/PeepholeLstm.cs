using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// LSTM whose gates also look at the cell state (Gers and Schmidhuber, 2000):
/// <code>
/// [i, f, g, o] = x Kernel + h RecurrentKernel + Bias
/// c' = σ(f + Pf ∘ c) ∘ c + σ(i + Pi ∘ c) ∘ tanh(g)
/// h' = σ(o + Po ∘ c') ∘ tanh(c')                          the output gate sees the new cell state
/// </code>
/// The kernels are those of <see cref="BasicLstm"/>; Pi, Pf, Po (hidden) begin at zero, where it is a <see cref="BasicLstm"/>.
/// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
/// </summary>
public sealed class PeepholeLstm : RecurrentCell
{
    /// <summary>A cell with fresh weights.</summary>
    /// <param name="inputSize">Features of an input.</param>
    /// <param name="hiddenSize">Units.</param>
    /// <param name="initialization">Where the weights begin.</param>
    /// <param name="forgetBias">Where the bias of the forget gate begins (PyTorch's initialisation leaves it random).</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public PeepholeLstm(int inputSize, int hiddenSize, Initialization initialization = Initialization.TensorFlow, double forgetBias = 1)
        : base(nameof(PeepholeLstm), inputSize, hiddenSize)
    {
        AddWeight(nameof(Kernel), inputSize, 4 * hiddenSize);
        AddWeight(nameof(RecurrentKernel), hiddenSize, 4 * hiddenSize);
        AddWeight(nameof(Bias), 4 * hiddenSize);
        AddWeight(nameof(Pi), hiddenSize);
        AddWeight(nameof(Pf), hiddenSize);
        AddWeight(nameof(Po), hiddenSize);
        Initializer.Fill(initialization, Kernel, RecurrentKernel);
        if (initialization == Initialization.PyTorch)
            Initializer.FillUniform(hiddenSize, Bias, Pi, Pf, Po);
        else
            Initializer.Set(Bias, hiddenSize, hiddenSize, forgetBias);
    }

    /// <summary>From the input, (features, 4 · hidden).</summary>
    public Parameter Kernel => Weight(nameof(Kernel));

    /// <summary>From the state, (hidden, 4 · hidden).</summary>
    public Parameter RecurrentKernel => Weight(nameof(RecurrentKernel));

    /// <summary>The bias, (4 · hidden).</summary>
    public Parameter Bias => Weight(nameof(Bias));

    /// <summary>From the cell state to the input gate, (hidden).</summary>
    public Parameter Pi => Weight(nameof(Pi));

    /// <summary>From the cell state to the forget gate, (hidden).</summary>
    public Parameter Pf => Weight(nameof(Pf));

    /// <summary>From the new cell state to the output gate, (hidden).</summary>
    public Parameter Po => Weight(nameof(Po));

    /// <summary>Two parts: h and c.</summary>
    public override IReadOnlyList<int> StateSizes => [HiddenSize, HiddenSize];

    /// <inheritdoc/>
    public override (Tensor Output, CellState State) forward(Tensor x, CellState state)
    {
        var (h, c) = (state.Parts[0], state.Parts[1]);
        var z = (x.mm(Kernel) + h.mm(RecurrentKernel) + Bias).chunk(4, 1); // (batch, hidden) each
        var i = (z[0] + (Pi * c)).sigmoid();
        var f = (z[1] + (Pf * c)).sigmoid();
        c = (f * c) + (i * z[2].tanh()); // (batch, hidden)
        var o = (z[3] + (Po * c)).sigmoid();
        h = o * c.tanh(); // (batch, hidden)
        return (h, new CellState(h, c));
    }
}
