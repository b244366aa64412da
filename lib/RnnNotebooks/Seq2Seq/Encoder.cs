using RnnNotebooks.Cells;
using RnnNotebooks.Unrolling;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Seq2Seq;

/// <summary>
/// Embeds ids and reads them with a cell; the state at each sample's true end is what it has understood.
/// <para>Source: Sutskever, Vinyals and Le, "Sequence to sequence learning with neural networks" (2014).</para>
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
public sealed class Encoder : nn.Module<Tensor, Tensor, Encoded>, IEncoder
{
    private readonly Embedding _embedding;
    private readonly RecurrentCell _cell;

    /// <summary>An encoder with a fresh embedding, normal with a standard deviation of 0.1.</summary>
    /// <param name="inputIds">How many ids an input can have.</param>
    /// <param name="cell">Reads embedded ids; its <see cref="RecurrentCell.InputSize"/> is the length of an embedding.</param>
    public Encoder(int inputIds, RecurrentCell cell)
        : base(nameof(Encoder))
    {
        _cell = cell;
        _embedding = Embeddings.Small(inputIds, cell.InputSize);
        register_module("embedding", _embedding);
        register_module("cell", cell);
    }

    /// <summary>The cell that reads.</summary>
    public RecurrentCell Cell => _cell;

    /// <inheritdoc/>
    public Encoded Encode(Tensor inputs, Tensor lengths) => call(inputs, lengths);

    /// <inheritdoc/>
    public override Encoded forward(Tensor inputs, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var embedded = _embedding.call(inputs); // (batch, steps, embedding)
        var (outputs, state) = Unroll.Dynamic(_cell, embedded, lengths); // (batch, steps, hidden), (batch, hidden)
        scope.Keep(outputs);
        scope.Keep(state.Parts);
        return new Encoded(outputs, state, lengths);
    }
}

/// <summary>Embeddings as the tutorial begins them.</summary>
internal static class Embeddings
{
    public static Embedding Small(int ids, int size)
    {
        var embedding = nn.Embedding(ids, size);
        using var quiet = no_grad();
        nn.init.normal_(embedding.weight!, 0, 0.1); // (ids, embedding)
        return embedding;
    }
}
