using static TorchSharp.torch;

namespace RnnNotebooks.Gradients;

/// <summary>
/// What backpropagation through time found.
/// <para>Taught in notebooks/05-exploding-and-vanishing-gradients.ipynb</para>
/// </summary>
/// <param name="Loss">The loss.</param>
/// <param name="StateNorms">‖∂L/∂h(t)‖ over the whole batch, for each step.</param>
/// <param name="Shares">For each step, its share of the gradient of each weight, by the weight's name; the shape of the weight.</param>
public sealed record BpttResult(double Loss, IReadOnlyList<double> StateNorms, IReadOnlyList<IReadOnlyDictionary<string, Tensor>> Shares) : IDisposable
{
    /// <summary>The shares of all steps added up: what autograd puts into <c>.grad</c>.</summary>
    /// <param name="weight">The weight's name.</param>
    /// <exception cref="KeyNotFoundException">The cell has no such weight.</exception>
    public Tensor Total(string weight)
    {
        using var scope = NewDisposeScope();
        return scope.Keep(stack([.. Shares.Select(step => step[weight])]).sum(dim: 0));
    }

    /// <summary>How large each step's share of one weight's gradient is.</summary>
    /// <param name="weight">The weight's name.</param>
    /// <exception cref="KeyNotFoundException">The cell has no such weight.</exception>
    public double[] ShareNorms(string weight)
    {
        using var scope = NewDisposeScope();
        return [.. Shares.Select(step => (double)step[weight].norm().item<float>())];
    }

    /// <summary>Lets go of the shares.</summary>
    public void Dispose()
    {
        foreach (var share in Shares.SelectMany(step => step.Values))
            share.Dispose();
    }
}
