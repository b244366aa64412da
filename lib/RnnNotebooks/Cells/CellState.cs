using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// What a cell remembers from one step to the next: h for an RNN or a GRU, (h, c) for an LSTM, and the states of all layers, bottom
/// first, for a stack. Each part is (batch, hidden).
/// <para>Taught in notebooks/04-lstm-from-scratch.ipynb</para>
/// </summary>
public sealed class CellState
{
    /// <summary>A state from its parts.</summary>
    /// <param name="parts">Each (batch, hidden).</param>
    /// <exception cref="ArgumentException">There is no part.</exception>
    public CellState(params IReadOnlyList<Tensor> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
            throw new ArgumentException("A state needs at least one part.", nameof(parts));
        Parts = parts;
    }

    /// <summary>The parts, each (batch, hidden).</summary>
    public IReadOnlyList<Tensor> Parts { get; }

    /// <summary>The hidden state h of the lowest layer, (batch, hidden).</summary>
    public Tensor Hidden => Parts[0];

    /// <summary>The part that carries the memory of the top layer: c of an LSTM, h of the others; (batch, hidden).</summary>
    public Tensor Memory => Parts[^1];

    /// <summary>The same function of every part.</summary>
    public CellState Select(Func<Tensor, Tensor> map) => new([.. Parts.Select(map)]);

    /// <summary>The same function of every part and its number.</summary>
    public CellState Select(Func<Tensor, int, Tensor> map) => new([.. Parts.Select(map)]);

    /// <summary>The same function of every part and its counterpart in another state.</summary>
    public CellState Zip(CellState other, Func<Tensor, Tensor, Tensor> map) => new([.. Parts.Zip(other.Parts, map)]);

    /// <summary>The state as numbers that no gradient flows through: where truncated backpropagation stops.</summary>
    public CellState Detached() => Select(part => part.detach());

    /// <summary>The states of some samples, in a new order: what a beam search keeps.</summary>
    /// <param name="samples">Places in the batch, (kept), 64-bit.</param>
    /// <returns>Each part (kept, hidden).</returns>
    public CellState At(Tensor samples) => Select(part => part.index_select(0, samples));
}
