using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// Cells on top of each other: the output of each is the input of the next, and the last one's output is the output of the stack.
/// <code>
/// x¹ = x      xˡ⁺¹, sˡ' = cellˡ(xˡ, sˡ)      output = xᴸ⁺¹
/// </code>
/// Its state has the parts of all cells, bottom first. <see cref="IRecurrentCell.HiddenSize"/> is that of the top.
/// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
/// </summary>
public sealed class MultiRnnCell : RecurrentCell
{
    private readonly RecurrentCell[] _cells;

    /// <summary>Stacks cells, bottom first.</summary>
    /// <param name="cells">Each takes what the one below gives.</param>
    /// <exception cref="ArgumentException">There is no cell, or two neighbours do not fit.</exception>
    public MultiRnnCell(params RecurrentCell[] cells)
        : base(nameof(MultiRnnCell), cells.Length > 0 ? cells[0].InputSize : throw new ArgumentException("A stack needs at least one cell.", nameof(cells)), cells[^1].HiddenSize)
    {
        for (var layer = 0; layer < cells.Length; layer++)
        {
            if (layer > 0 && cells[layer].InputSize != cells[layer - 1].HiddenSize)
                throw new ArgumentException($"Layer {layer} takes {cells[layer].InputSize} features, but the layer below gives {cells[layer - 1].HiddenSize}.", nameof(cells));
            register_module($"layer{layer}", cells[layer]);
        }

        _cells = cells;
    }

    /// <summary>The cells, bottom first.</summary>
    public IReadOnlyList<RecurrentCell> Cells => _cells;

    /// <summary>The parts of all cells, bottom first.</summary>
    public override IReadOnlyList<int> StateSizes => [.. _cells.SelectMany(cell => cell.StateSizes)];

    /// <inheritdoc/>
    public override int OutputPart => StateSizes.Count - _cells[^1].StateSizes.Count + _cells[^1].OutputPart;

    /// <inheritdoc/>
    public override CellState ZeroState(long batch) => new([.. _cells.SelectMany(cell => cell.ZeroState(batch).Parts)]);

    /// <inheritdoc/>
    public override (Tensor Output, CellState State) Step(Tensor input, CellState state) => forward(input, state);

    /// <inheritdoc/>
    public override (Tensor Output, CellState State) forward(Tensor x, CellState state)
    {
        var parts = new List<Tensor>();
        foreach (var cell in _cells)
        {
            CellState own = new([.. state.Parts.Skip(parts.Count).Take(cell.StateSizes.Count)]);
            (x, own) = cell.Step(x, own); // (batch, hidden of this layer)
            parts.AddRange(own.Parts);
        }

        return (x, new CellState(parts));
    }
}
