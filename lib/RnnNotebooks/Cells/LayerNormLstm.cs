using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// LSTM with layer normalisation (Ba, Kiros and Hinton, 2016, equations 20 to 22): each product is brought to mean 0 and variance 1
/// over its units, then scaled by a gain γ:
/// <code>
/// [i, f, g, o] = γx ∘ LN(x Kernel) + γh ∘ LN(h RecurrentKernel) + Bias
/// c' = σ(f) ∘ c + σ(i) ∘ tanh(g)
/// h' = σ(o) ∘ tanh(γc ∘ LN(c') + βc)
/// </code>
/// The kernels and the order of the gates are those of <see cref="BasicLstm"/>; γx, γh (4 · hidden) and γc (hidden) begin at 1.
/// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
/// </summary>
public sealed class LayerNormLstm : RecurrentCell
{
    private const double Epsilon = 1e-5;

    /// <summary>A cell with fresh weights.</summary>
    /// <param name="inputSize">Features of an input.</param>
    /// <param name="hiddenSize">Units.</param>
    /// <param name="initialization">Where the kernels begin.</param>
    /// <param name="forgetBias">Where the bias of the forget gate begins.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public LayerNormLstm(int inputSize, int hiddenSize, Initialization initialization = Initialization.TensorFlow, double forgetBias = 1)
        : base(nameof(LayerNormLstm), inputSize, hiddenSize)
    {
        AddWeight(nameof(Kernel), inputSize, 4 * hiddenSize);
        AddWeight(nameof(RecurrentKernel), hiddenSize, 4 * hiddenSize);
        AddWeight(nameof(Bias), 4 * hiddenSize);
        AddWeight(nameof(InputGain), 4 * hiddenSize);
        AddWeight(nameof(RecurrentGain), 4 * hiddenSize);
        AddWeight(nameof(CellGain), hiddenSize);
        AddWeight(nameof(CellBias), hiddenSize);
        Initializer.Fill(initialization, Kernel, RecurrentKernel);
        Initializer.Set(Bias, hiddenSize, hiddenSize, forgetBias);
        foreach (var gain in (Parameter[])[InputGain, RecurrentGain, CellGain])
            Initializer.Set(gain, 0, gain.numel(), 1);
    }

    /// <summary>From the input, (features, 4 · hidden).</summary>
    public Parameter Kernel => Weight(nameof(Kernel));

    /// <summary>From the state, (hidden, 4 · hidden).</summary>
    public Parameter RecurrentKernel => Weight(nameof(RecurrentKernel));

    /// <summary>The bias, (4 · hidden).</summary>
    public Parameter Bias => Weight(nameof(Bias));

    /// <summary>γx, (4 · hidden).</summary>
    public Parameter InputGain => Weight(nameof(InputGain));

    /// <summary>γh, (4 · hidden).</summary>
    public Parameter RecurrentGain => Weight(nameof(RecurrentGain));

    /// <summary>γc, (hidden).</summary>
    public Parameter CellGain => Weight(nameof(CellGain));

    /// <summary>βc, (hidden).</summary>
    public Parameter CellBias => Weight(nameof(CellBias));

    /// <summary>Two parts: h and c.</summary>
    public override IReadOnlyList<int> StateSizes => [HiddenSize, HiddenSize];

    /// <inheritdoc/>
    public override (Tensor Output, CellState State) forward(Tensor x, CellState state)
    {
        var fromInput = Normalised(x.mm(Kernel), InputGain); // (batch, 4 · hidden)
        var fromState = Normalised(state.Hidden.mm(RecurrentKernel), RecurrentGain); // (batch, 4 · hidden)
        var z = (fromInput + fromState + Bias).chunk(4, 1); // (batch, hidden) each
        var c = (z[1].sigmoid() * state.Parts[1]) + (z[0].sigmoid() * z[2].tanh()); // (batch, hidden)
        var h = z[3].sigmoid() * Normalised(c, CellGain, CellBias).tanh(); // (batch, hidden)
        return (h, new CellState(h, c));
    }

    private static Tensor Normalised(Tensor values, Tensor gain, Tensor? bias = null) =>
        nn.functional.layer_norm(values, [values.shape[1]], gain, bias, Epsilon);
}
