using RnnNotebooks.Cells;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Seq2Seq;

/// <summary>
/// Begins with the encoder's last state, embeds the id before, takes one step of its cell and scores every id.
/// <para>Source: Sutskever, Vinyals and Le, "Sequence to sequence learning with neural networks" (2014).</para>
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
public sealed class Decoder : nn.Module<Tensor, DecoderState, (Tensor Logits, DecoderState State)>, IDecoder
{
    private readonly Embedding _embedding;
    private readonly RecurrentCell _cell;
    private readonly Linear _output;

    /// <summary>A decoder with a fresh embedding, normal with a standard deviation of 0.1, and a fresh output layer, Glorot uniform.</summary>
    /// <param name="outputIds">How many ids there are to choose from.</param>
    /// <param name="cell">Its <see cref="RecurrentCell.InputSize"/> is the length of an embedding; its state must fit the encoder's.</param>
    public Decoder(int outputIds, RecurrentCell cell)
        : base(nameof(Decoder))
    {
        OutputIds = outputIds;
        _cell = cell;
        _embedding = Embeddings.Small(outputIds, cell.InputSize);
        _output = nn.Linear(cell.HiddenSize, outputIds);
        using (no_grad())
        {
            nn.init.xavier_uniform_(_output.weight!);
            nn.init.zeros_(_output.bias!);
        }

        register_module("embedding", _embedding);
        register_module("cell", cell);
        register_module("output", _output);
    }

    /// <inheritdoc/>
    public int OutputIds { get; }

    /// <summary>The cell that writes.</summary>
    public RecurrentCell Cell => _cell;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The encoder's state does not fit this decoder's cell.</exception>
    public DecoderState Start(Encoded encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        var sizes = encoded.State.Parts.Select(part => (int)part.shape[1]).ToArray();
        if (!sizes.SequenceEqual(_cell.StateSizes))
            throw new ArgumentException($"The encoder gives a state of ({string.Join(", ", sizes)}), but {_cell.CellName} needs ({string.Join(", ", _cell.StateSizes)}); build both with the same number of units (a bidirectional encoder gives twice as many).", nameof(encoded));
        return new DecoderState(encoded.State, encoded);
    }

    /// <inheritdoc/>
    public (Tensor Logits, DecoderState State) Step(Tensor previous, DecoderState state) => call(previous, state);

    /// <inheritdoc/>
    public override (Tensor Logits, DecoderState State) forward(Tensor previous, DecoderState state)
    {
        using var scope = NewDisposeScope();
        var embedded = _embedding.call(previous); // (batch, embedding)
        var (h, next) = _cell.Step(embedded, state.Cell); // (batch, hidden)
        var logits = scope.Keep(_output.call(h)); // (batch, outputs)
        scope.Keep(next.Parts);
        return (logits, state with { Cell = next });
    }
}
