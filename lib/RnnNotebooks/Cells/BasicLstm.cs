using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber, 1997; forget gate of Gers et al., 2000), as in the tutorial:
/// <code>
/// [i, f, g, o] = x Kernel + h RecurrentKernel + Bias      one product for all four gates
/// c' = σ(f) ∘ c + σ(i) ∘ tanh(g)                          the conveyor belt
/// h' = σ(o) ∘ tanh(c')
/// </code>
/// The order is input, forget, candidate, output, as in TensorFlow and PyTorch. The forget bias begins at 1, so that a fresh cell
/// remembers. Kernel (features, 4 · hidden), RecurrentKernel (hidden, 4 · hidden), Bias (4 · hidden).
/// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
/// </summary>
public sealed class BasicLstm : RecurrentCell
{
    /// <summary>A cell with fresh weights.</summary>
    /// <param name="inputSize">Features of an input.</param>
    /// <param name="hiddenSize">Units.</param>
    /// <param name="initialization">Where the weights begin.</param>
    /// <param name="forgetBias">Where the bias of the forget gate begins (PyTorch's initialisation leaves it random).</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public BasicLstm(int inputSize, int hiddenSize, Initialization initialization = Initialization.TensorFlow, double forgetBias = 1)
        : base(nameof(BasicLstm), inputSize, hiddenSize)
    {
        AddWeight(nameof(Kernel), inputSize, 4 * hiddenSize);
        AddWeight(nameof(RecurrentKernel), hiddenSize, 4 * hiddenSize);
        AddWeight(nameof(Bias), 4 * hiddenSize);
        Initializer.Fill(initialization, Kernel, RecurrentKernel);
        if (initialization == Initialization.PyTorch)
            Initializer.FillUniform(hiddenSize, Bias);
        else
            Initializer.Set(Bias, hiddenSize, hiddenSize, forgetBias);
    }

    /// <summary>From the input, (features, 4 · hidden).</summary>
    public Parameter Kernel => Weight(nameof(Kernel));

    /// <summary>From the state, (hidden, 4 · hidden).</summary>
    public Parameter RecurrentKernel => Weight(nameof(RecurrentKernel));

    /// <summary>The bias, (4 · hidden).</summary>
    public Parameter Bias => Weight(nameof(Bias));

    /// <summary>Two parts: h and c.</summary>
    public override IReadOnlyList<int> StateSizes => [HiddenSize, HiddenSize];

    /// <inheritdoc/>
    public override (Tensor Output, CellState State) forward(Tensor x, CellState state)
    {
        var (i, f, g, o) = Gates(x, state); // (batch, hidden) each
        var c = (f * state.Parts[1]) + (i * g); // (batch, hidden)
        var h = o * c.tanh(); // (batch, hidden)
        return (h, new CellState(h, c));
    }

    /// <summary>The gates of one step, after their sigmoid or tanh: what the pictures of lesson 4 show.</summary>
    /// <param name="x">(batch, features).</param>
    /// <param name="state">h and c, (batch, hidden) each.</param>
    /// <returns>Input, forget, candidate and output, (batch, hidden) each.</returns>
    public (Tensor Input, Tensor Forget, Tensor Candidate, Tensor Output) Gates(Tensor x, CellState state)
    {
        var z = x.mm(Kernel) + state.Hidden.mm(RecurrentKernel) + Bias; // (batch, 4 · hidden)
        var gates = z.chunk(4, 1); // (batch, hidden) each
        return (gates[0].sigmoid(), gates[1].sigmoid(), gates[2].tanh(), gates[3].sigmoid());
    }

    /// <summary>The cell that computes what one layer of PyTorch's LSTM does.</summary>
    /// <param name="lstm">One direction, with biases, no projection.</param>
    /// <param name="inputSize">Its features.</param>
    /// <param name="hiddenSize">Its units.</param>
    /// <param name="layer">Which layer, from 0.</param>
    public static BasicLstm FromTorch(nn.Module lstm, int inputSize, int hiddenSize, int layer = 0)
    {
        var cell = new BasicLstm(inputSize, hiddenSize);
        TorchWeights.Read(lstm, layer, cell.Kernel, cell.RecurrentKernel, cell.Bias);
        return cell;
    }

    /// <summary>PyTorch's LSTM with the same weights, batch first. Its two biases add up to the one of this cell.</summary>
    public LSTM ToTorch()
    {
        var lstm = nn.LSTM(InputSize, HiddenSize, batchFirst: true);
        TorchWeights.Write(lstm, Kernel, RecurrentKernel, Bias);
        return lstm;
    }
}
