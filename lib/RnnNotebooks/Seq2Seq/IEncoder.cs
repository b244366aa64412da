using RnnNotebooks.Cells;
using static TorchSharp.torch;

namespace RnnNotebooks.Seq2Seq;

/// <summary>
/// Reads a sequence of ids.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
public interface IEncoder
{
    /// <summary>Reads a batch.</summary>
    /// <param name="inputs">Ids, (batch, steps), 64-bit.</param>
    /// <param name="lengths">Steps that each sample has, (batch), 64-bit.</param>
    Encoded Encode(Tensor inputs, Tensor lengths);
}

/// <summary>
/// What a decoder may look at: the last state, and for attention every output with the lengths that say which of them count.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
/// <param name="Outputs">(batch, steps, hidden), zero past a sample's end.</param>
/// <param name="State">The state at each sample's true end, each part (batch, hidden).</param>
/// <param name="Lengths">Steps that each sample has, (batch), 64-bit.</param>
public sealed record Encoded(Tensor Outputs, CellState State, Tensor Lengths)
{
    /// <summary>Some samples, in a new order: what a beam search keeps.</summary>
    /// <param name="samples">Places in the batch, (kept), 64-bit.</param>
    public Encoded At(Tensor samples) => new(Outputs.index_select(0, samples), State.At(samples), Lengths.index_select(0, samples));
}
