using RnnNotebooks.Unrolling;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Cells;

/// <summary>
/// What all cells share, so that each cell's file is little more than its equations: shape checks, the zero state, disposal of
/// temporaries and the report to a <see cref="RunRecording"/>. A cell is a module: its weights are saved, moved and trained like any.
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
public abstract class RecurrentCell : nn.Module<Tensor, CellState, (Tensor Output, CellState State)>, IRecurrentCell
{
    /// <summary>A cell without weights yet.</summary>
    /// <param name="name">The name in pictures and errors.</param>
    /// <param name="inputSize">Features of an input.</param>
    /// <param name="hiddenSize">Features of an output.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    protected RecurrentCell(string name, int inputSize, int hiddenSize)
        : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hiddenSize);
        (CellName, InputSize, HiddenSize) = (name, inputSize, hiddenSize);
    }

    /// <inheritdoc/>
    public int InputSize { get; }

    /// <inheritdoc/>
    public int HiddenSize { get; }

    /// <inheritdoc/>
    public virtual IReadOnlyList<int> StateSizes => [HiddenSize];

    /// <inheritdoc/>
    public virtual int OutputPart => 0;

    /// <inheritdoc/>
    public string CellName { get; }

    /// <inheritdoc/>
    public virtual IReadOnlyList<(string Name, Parameter Weight)> Weights => [.. named_parameters()];

    /// <inheritdoc/>
    public virtual CellState ZeroState(long batch)
    {
        var like = parameters().First();
        return new CellState([.. StateSizes.Select(size => zeros([batch, size], like.dtype, like.device))]); // (batch, hidden)
    }

    /// <inheritdoc/>
    public virtual (Tensor Output, CellState State) Step(Tensor input, CellState state)
    {
        CheckShapes(input, state);
        using var scope = NewDisposeScope();
        var (output, next) = call(input, state);
        scope.Keep(output);
        scope.Keep(next.Parts);
        RunRecording.Current?.Node(
            RunNodeKind.Cell,
            CellName,
            state.Parts.Select((part, i) => (StateName(i), part)).Prepend(("x", input)),
            next.Parts.Select((part, i) => (StateName(i), part)),
            Weights.Select(weight => (weight.Name, (Tensor)weight.Weight)));
        return (output, next);
    }

    /// <summary>Adds a weight of this shape, zeros at first, under the name that the equations use.</summary>
    protected void AddWeight(string name, params long[] shape) => register_parameter(name, new Parameter(zeros(shape)));

    /// <summary>The weight of this name; always asked for anew, because moving a module to a GPU replaces its weights.</summary>
    protected Parameter Weight(string name) => get_parameter(name)!;

    private static string StateName(int part) => part == 0 ? "h" : part == 1 ? "c" : $"state {part}";

    private void CheckShapes(Tensor input, CellState state)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(state);
        if (input.dim() != 2 || input.shape[1] != InputSize)
            throw new ArgumentException($"{CellName} takes an input of (batch, {InputSize}) at each step, not ({string.Join(", ", input.shape)}); give it one step of the sequence, batch first.", nameof(input));
        if (state.Parts.Count != StateSizes.Count)
            throw new ArgumentException($"The state of {CellName} has {StateSizes.Count} parts, not {state.Parts.Count}; begin with ZeroState.", nameof(state));
        for (var part = 0; part < StateSizes.Count; part++)
        {
            var shape = state.Parts[part].shape;
            if (shape.Length != 2 || shape[0] != input.shape[0] || shape[1] != StateSizes[part])
                throw new ArgumentException($"Part {part} of the state of {CellName} is ({string.Join(", ", shape)}), but ({input.shape[0]}, {StateSizes[part]}) is needed; begin with ZeroState({input.shape[0]}).", nameof(state));
        }
    }
}
