using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// One step of a recurrent network: from an input and the state before it to an output and the state after it, with the same weights
/// at every step. Unrollers and decoders need no more than this.
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
public interface IRecurrentCell
{
    /// <summary>Features of an input.</summary>
    int InputSize { get; }

    /// <summary>Features of an output.</summary>
    int HiddenSize { get; }

    /// <summary>Length of each part of the state.</summary>
    IReadOnlyList<int> StateSizes { get; }

    /// <summary>Which part of the state is the output of the step: 0, but the topmost h of a stack.</summary>
    int OutputPart { get; }

    /// <summary>The name in pictures and errors.</summary>
    string CellName { get; }

    /// <summary>The weights with the names that the equations use.</summary>
    IReadOnlyList<(string Name, Parameter Weight)> Weights { get; }

    /// <summary>The state before the first step: zeros, each part (batch, hidden).</summary>
    /// <param name="batch">Samples in the batch.</param>
    CellState ZeroState(long batch);

    /// <summary>One step.</summary>
    /// <param name="input">x_t, (batch, features).</param>
    /// <param name="state">The state before, each part (batch, hidden).</param>
    /// <returns>The output (batch, hidden), and the state after.</returns>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    (Tensor Output, CellState State) Step(Tensor input, CellState state);
}
