using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Gradients;

/// <summary>
/// Keeps a step from being larger than the loss surface can be trusted.
/// <para>Source: Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks" (2013), algorithm 1.</para>
/// <para>Taught in notebooks/05-exploding-and-vanishing-gradients.ipynb</para>
/// </summary>
public static class Clipping
{
    /// <summary>The norm of all gradients together: √(Σ ‖g‖²).</summary>
    /// <param name="parameters">Weights; one without a gradient counts as 0.</param>
    public static double GlobalNorm(IEnumerable<Parameter> parameters)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var norms = parameters.Select(parameter => parameter.grad).OfType<Tensor>().Select(gradient => gradient.norm()).ToArray(); // () each
        return norms.Length == 0 ? 0 : stack(norms).norm().item<float>();
    }

    /// <summary>Scales all gradients by θ / ‖g‖ when their global norm is above θ: their direction stays.</summary>
    /// <param name="parameters">Weights.</param>
    /// <param name="threshold">θ, the largest norm allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not positive.</exception>
    public static ClipReport ByNorm(IEnumerable<Parameter> parameters, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        Parameter[] weights = [.. parameters];
        var norm = GlobalNorm(weights);
        if (!double.IsFinite(norm) || norm <= threshold)
            return new ClipReport(norm, 1); // what is not finite cannot be mended by scaling; the training loop reports it
        var scale = threshold / norm;
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        foreach (var weight in weights)
            weight.grad?.mul_(scale);
        return new ClipReport(norm, scale);
    }

    /// <summary>Cuts each value of each gradient to ±θ: the direction changes.</summary>
    /// <param name="parameters">Weights.</param>
    /// <param name="threshold">θ, the largest absolute value allowed.</param>
    /// <returns>The norm before, and the norm after divided by it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not positive.</exception>
    public static ClipReport ByValue(IEnumerable<Parameter> parameters, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        Parameter[] weights = [.. parameters];
        var before = GlobalNorm(weights);
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        foreach (var weight in weights)
            weight.grad?.clamp_(-threshold, threshold);
        var after = GlobalNorm(weights);
        return new ClipReport(before, before > 0 ? after / before : 1);
    }
}

/// <summary>
/// What clipping did.
/// <para>Taught in notebooks/05-exploding-and-vanishing-gradients.ipynb</para>
/// </summary>
/// <param name="Norm">The global norm before.</param>
/// <param name="Scale">The norm after, divided by the norm before; 1 when nothing was clipped.</param>
public readonly record struct ClipReport(double Norm, double Scale)
{
    /// <summary>Was anything clipped?</summary>
    public bool Clipped => Scale < 1;

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"gradient norm {Norm:G4}{(Clipped ? $", scaled by {Scale:G4}" : ", not clipped")}");
}
