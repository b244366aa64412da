using RnnNotebooks.Cells;
using static TorchSharp.torch;

namespace RnnNotebooks.Seq2Seq;

/// <summary>
/// Writes a sequence one id at a time. Teacher forcing, greedy decoding and beam search differ only in which id they feed to the next
/// step, so this one step is all that they need.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
public interface IDecoder
{
    /// <summary>How many ids there are to choose from.</summary>
    int OutputIds { get; }

    /// <summary>The state before the first id.</summary>
    /// <param name="encoded">What the encoder has read.</param>
    DecoderState Start(Encoded encoded);

    /// <summary>One step.</summary>
    /// <param name="previous">The id before, (batch), 64-bit: the right one under teacher forcing, the decoder's own otherwise.</param>
    /// <param name="state">The state before.</param>
    /// <returns>Logits (batch, outputs), and the state after.</returns>
    (Tensor Logits, DecoderState State) Step(Tensor previous, DecoderState state);
}

/// <summary>
/// What a decoder carries along.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
/// <param name="Cell">The state of its cell, each part (batch, hidden).</param>
/// <param name="Encoded">What the encoder has read; attention looks at it at every step.</param>
/// <param name="Attention">How much each input step counted, (batch, input steps); null without attention.</param>
public sealed record DecoderState(CellState Cell, Encoded Encoded, Tensor? Attention = null)
{
    /// <summary>Some samples, in a new order: what a beam search keeps.</summary>
    /// <param name="samples">Places in the batch, (kept), 64-bit.</param>
    public DecoderState At(Tensor samples) => new(Cell.At(samples), Encoded.At(samples), Attention?.index_select(0, samples));
}
