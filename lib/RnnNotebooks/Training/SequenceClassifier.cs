using RnnNotebooks.Cells;
using RnnNotebooks.Unrolling;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Training;

/// <summary>
/// Reads a whole sequence and then names its class: a cell, and a dense layer on its final hidden state.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public sealed class SequenceClassifier : nn.Module<Tensor, Tensor>
{
    private readonly Linear _dense;

    /// <summary>A classifier with a fresh dense layer, Glorot uniform with zero biases.</summary>
    /// <param name="cell">Reads the sequence.</param>
    /// <param name="classes">How many classes there are.</param>
    public SequenceClassifier(RecurrentCell cell, int classes)
        : base(nameof(SequenceClassifier))
    {
        ArgumentNullException.ThrowIfNull(cell);
        Cell = cell;
        _dense = nn.Linear(cell.HiddenSize, classes);
        using (no_grad())
        {
            nn.init.xavier_uniform_(_dense.weight!);
            nn.init.zeros_(_dense.bias!);
        }

        register_module("cell", cell);
        register_module("dense", _dense);
    }

    /// <summary>Reads the sequence.</summary>
    public RecurrentCell Cell { get; }

    /// <summary>Logits, (batch, classes).</summary>
    /// <param name="inputs">(batch, steps, features).</param>
    public override Tensor forward(Tensor inputs)
    {
        using var scope = NewDisposeScope();
        var (outputs, _) = Unroll.Dynamic(Cell, inputs); // (batch, steps, hidden)
        return scope.Keep(_dense.call(outputs.select(1, -1))); // (batch, classes)
    }
}
