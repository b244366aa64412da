using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// The recurrent layer of the first tutorials (Elman, 1990):
/// <code>
/// h' = φ(x Wx + h Wh + b)      φ = tanh or ReLU
/// </code>
/// The output is the new state. Wx (features, hidden), Wh (hidden, hidden), b (hidden).
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
public sealed class BasicRnn : RecurrentCell
{
    /// <summary>A cell with fresh weights.</summary>
    /// <param name="inputSize">Features of an input.</param>
    /// <param name="hiddenSize">Units.</param>
    /// <param name="initialization">Where the weights begin.</param>
    /// <param name="relu">ReLU instead of tanh?</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public BasicRnn(int inputSize, int hiddenSize, Initialization initialization = Initialization.TensorFlow, bool relu = false)
        : base(nameof(BasicRnn), inputSize, hiddenSize)
    {
        Relu = relu;
        AddWeight(nameof(Wx), inputSize, hiddenSize);
        AddWeight(nameof(Wh), hiddenSize, hiddenSize);
        AddWeight(nameof(B), hiddenSize);
        Initializer.Fill(initialization, Wx, Wh);
        if (initialization == Initialization.PyTorch)
            Initializer.FillUniform(hiddenSize, B);
    }

    /// <summary>From the input, (features, hidden).</summary>
    public Parameter Wx => Weight(nameof(Wx));

    /// <summary>From the state, (hidden, hidden).</summary>
    public Parameter Wh => Weight(nameof(Wh));

    /// <summary>The bias, (hidden).</summary>
    public Parameter B => Weight(nameof(B));

    /// <summary>ReLU instead of tanh?</summary>
    public bool Relu { get; }

    /// <inheritdoc/>
    public override (Tensor Output, CellState State) forward(Tensor x, CellState state)
    {
        var z = x.mm(Wx) + state.Hidden.mm(Wh) + B; // (batch, hidden)
        var h = Relu ? nn.functional.relu(z) : z.tanh(); // (batch, hidden)
        return (h, new CellState(h));
    }

    /// <summary>The cell that computes what one layer of PyTorch's RNN does.</summary>
    /// <param name="rnn">One direction, with biases.</param>
    /// <param name="inputSize">Its features.</param>
    /// <param name="hiddenSize">Its units.</param>
    /// <param name="relu">Is it built with ReLU?</param>
    /// <param name="layer">Which layer, from 0.</param>
    public static BasicRnn FromTorch(nn.Module rnn, int inputSize, int hiddenSize, bool relu = false, int layer = 0)
    {
        var cell = new BasicRnn(inputSize, hiddenSize, relu: relu);
        TorchWeights.Read(rnn, layer, cell.Wx, cell.Wh, cell.B);
        return cell;
    }

    /// <summary>PyTorch's RNN with the same weights, batch first. Its two biases add up to the one of this cell.</summary>
    public RNN ToTorch()
    {
        var rnn = nn.RNN(InputSize, HiddenSize, nonLinearity: Relu ? nn.NonLinearities.ReLU : nn.NonLinearities.Tanh, batchFirst: true);
        TorchWeights.Write(rnn, Wx, Wh, B);
        return rnn;
    }
}
