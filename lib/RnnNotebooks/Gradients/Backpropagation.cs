using RnnNotebooks.Cells;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Gradients;

/// <summary>
/// Backpropagation through time, step by step and in the open. The sequence is run with a cut between every two steps, and the
/// gradients are carried over the cuts by hand, from the last step to the first:
/// <code>
/// ∂L/∂h(t) = (what the loss says of output t) + (what step t + 1 hands back)
/// ∂L/∂W    = Σ over t of ∂L/∂W at step t
/// </code>
/// So every step's share of each weight's gradient is there to be looked at; together they are what autograd puts into <c>.grad</c>.
/// <para>Source: Werbos, "Backpropagation through time: what it does and how to do it" (1990).</para>
/// <para>Taught in notebooks/05-exploding-and-vanishing-gradients.ipynb</para>
/// </summary>
public static class Backpropagation
{
    /// <summary>Runs a sequence forwards, and its gradients backwards.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="inputs">(batch, steps, features).</param>
    /// <param name="loss">From the output of each step, (batch, hidden) each, to one number.</param>
    /// <param name="truncateAfter">How many steps a gradient is carried back before it is dropped; all of them by default.</param>
    /// <param name="initial">The state to begin with; zeros by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="truncateAfter"/> is not positive.</exception>
    public static BpttResult ThroughTime(
        RecurrentCell cell, Tensor inputs, Func<IReadOnlyList<Tensor>, Tensor> loss, int? truncateAfter = null, CellState? initial = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(loss);
        if (truncateAfter is { } window)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(window, nameof(truncateAfter));
        using var scope = NewDisposeScope();
        using var recording = enable_grad();
        var steps = (int)inputs.shape[1];
        var before = new CellState[steps];
        var after = new (Tensor Output, CellState State)[steps];
        var outputs = new Tensor[steps];
        var state = initial ?? cell.ZeroState(inputs.shape[0]);
        for (var t = 0; t < steps; t++)
        {
            before[t] = state.Select(part => Cut(part)); // (batch, hidden) each part
            after[t] = cell.Step(inputs.select(1, t), before[t]);
            outputs[t] = Cut(after[t].Output); // (batch, hidden)
            state = after[t].State;
        }

        var value = loss(outputs);
        var fromLoss = autograd.grad([value], outputs, retain_graph: true, allow_unused: true); // (batch, hidden) each
        var weights = cell.named_parameters().ToArray();
        var shares = new IReadOnlyDictionary<string, Tensor>[steps];
        var norms = new double[steps];
        var handedBack = state.Select(part => zeros_like(part));
        for (var t = steps - 1; t >= 0; t--)
        {
            if (truncateAfter is { } limit && t < steps - 1 && (steps - 1 - t) % limit == 0)
                handedBack = handedBack.Select(part => zeros_like(part));
            var fromOutput = Given(fromLoss[t]) ?? zeros_like(outputs[t]);
            norms[t] = (fromOutput + handedBack.Parts[cell.OutputPart]).norm().item<float>();
            var gradients = Back(after[t], fromOutput, handedBack, before[t], weights);
            handedBack = before[t].Select((part, i) => Given(gradients[i]) ?? zeros_like(part));
            shares[t] = Enumerable.Range(0, weights.Length).ToDictionary(
                i => weights[i].name,
                i => scope.Keep(Given(gradients[before[t].Parts.Count + i]) ?? zeros_like(weights[i].parameter)));
        }

        return new BpttResult(value.item<float>(), norms, shares);
    }

    private static Tensor Cut(Tensor tensor) => tensor.detach().requires_grad_();

    /// <summary>The gradients of one step: first of each part of the state before it, then of each weight.</summary>
    private static IList<Tensor> Back(
        (Tensor Output, CellState State) step, Tensor fromOutput, CellState handedBack, CellState before, (string, Parameter)[] weights)
    {
        List<Tensor> results = [step.Output, .. step.State.Parts];
        List<Tensor> directions = [fromOutput, .. handedBack.Parts];
        List<Tensor> sources = [.. before.Parts, .. weights.Select(weight => weight.Item2)];
        return autograd.grad(results, sources, directions, allow_unused: true);
    }

    // a weight that a step does not use has no gradient: null, or a tensor without a handle
    private static Tensor? Given(Tensor? gradient) => gradient is null || gradient.IsInvalid ? null : gradient;
}
