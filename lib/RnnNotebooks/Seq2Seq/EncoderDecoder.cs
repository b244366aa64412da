using RnnNotebooks.Cells;
using RnnNotebooks.Data;
using static TorchSharp.torch;

namespace RnnNotebooks.Seq2Seq;

/// <summary>
/// An encoder and a decoder that learn together.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
public sealed class EncoderDecoder : nn.Module<SpelledBatch, Tensor>
{
    /// <summary>Joins the two.</summary>
    /// <param name="encoder">Reads.</param>
    /// <param name="decoder">Writes.</param>
    public EncoderDecoder(Encoder encoder, Decoder decoder)
        : base(nameof(EncoderDecoder))
    {
        (Encoder, Decoder) = (encoder, decoder);
        register_module("encoder", encoder);
        register_module("decoder", decoder);
    }

    /// <summary>Reads.</summary>
    public Encoder Encoder { get; }

    /// <summary>Writes.</summary>
    public Decoder Decoder { get; }

    /// <summary>
    /// The tutorial's network for <see cref="SpelledDigits"/>: embeddings of 8, a GRU encoder and a GRU decoder of 16 units; 2,891
    /// parameters. Both GRUs keep the state where the update gate is open, h' = (1 − z) ∘ c + z ∘ h, and reset before the product.
    /// </summary>
    /// <param name="embedding">Length of an embedding.</param>
    /// <param name="hidden">Units of each GRU.</param>
    /// <param name="initialization">Where the decoder's cell begins; the tutorial's is normal with a standard deviation of 0.1.</param>
    public static EncoderDecoder ForSpelledDigits(int embedding = 8, int hidden = 16, Initialization initialization = Initialization.SmallNormal) => new(
        new Encoder(SpelledDigits.InputIds, new Gru(embedding, hidden)),
        new Decoder(SpelledDigits.OutputIds, new Gru(embedding, hidden, initialization)));

    /// <summary>Teacher-forced logits, (batch, digits + 1, outputs).</summary>
    /// <param name="batch">The samples.</param>
    public override Tensor forward(SpelledBatch batch)
    {
        using var scope = NewDisposeScope();
        return scope.Keep(Decoder.Forced(Encoder.Encode(batch.Inputs, batch.InputLengths), batch.TargetsIn));
    }

    /// <summary>The masked loss of teacher-forced logits, in nats per true step.</summary>
    /// <param name="batch">The samples.</param>
    public Tensor Loss(SpelledBatch batch)
    {
        using var scope = NewDisposeScope();
        return scope.Keep(SequenceLoss.CrossEntropy(call(batch), batch.TargetsOut, batch.Mask));
    }

    /// <summary>What the network says on its own: greedy, from '#' to '#'.</summary>
    /// <param name="batch">The samples; their targets are not looked at, but for how long the longest is.</param>
    /// <param name="stopEarly">Stop when every sample has ended? Otherwise there are as many steps as targets have.</param>
    public Decoded Greedy(SpelledBatch batch, bool stopEarly = false)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var decoded = Decoder.Greedy(
            Encoder.Encode(batch.Inputs, batch.InputLengths), SpelledDigits.End, SpelledDigits.End, (int)batch.TargetsOut.shape[1], stopEarly);
        scope.Keep([decoded.Ids, decoded.Logits, decoded.Lengths]);
        return decoded;
    }
}
