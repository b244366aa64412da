using RnnNotebooks.Cells;
using static TorchSharp.torch;

namespace RnnNotebooks.Unrolling;

/// <summary>Past a sample's end its output is zero and its state stays what it was.</summary>
internal sealed class StepMask : IDisposable
{
    private readonly Tensor? _lengths;
    private readonly long _shortest;

    private StepMask(Tensor? lengths, long shortest) => (_lengths, _shortest) = (lengths, shortest);

    public static StepMask Of(Tensor? lengths, long batch, int steps)
    {
        if (lengths is null)
            return new StepMask(null, steps);
        if (lengths.dim() != 1 || lengths.shape[0] != batch)
            throw new ArgumentException($"There must be one length a sample, ({batch}), not ({string.Join(", ", lengths.shape)}).", nameof(lengths));
        var (shortest, longest) = Sequences.Bounds(lengths);
        if (shortest < 0 || longest > steps)
            throw new ArgumentException($"Lengths must lie between 0 and the {steps} steps there are; these lie between {shortest} and {longest}.", nameof(lengths));
        return new StepMask(lengths.unsqueeze(1), shortest); // (batch, 1)
    }

    public (Tensor Output, CellState State) Apply(int t, (Tensor Output, CellState State) step, CellState before)
    {
        if (_lengths is null || t < _shortest)
            return step;
        var ended = _lengths.le(t); // (batch, 1)
        var output = step.Output.masked_fill(ended, 0); // (batch, hidden)
        var state = step.State.Zip(before, (now, then) => where(ended, then, now)); // (batch, hidden)
        return (output, state);
    }

    public void Dispose() => _lengths?.Dispose();
}
