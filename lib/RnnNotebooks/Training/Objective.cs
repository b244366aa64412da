using static TorchSharp.torch;

namespace RnnNotebooks.Training;

/// <summary>
/// What one batch gives the training loop: a loss to make smaller, and what else to note. A tensor, or a tensor with an accuracy,
/// becomes one by itself.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
/// <param name="Loss">One number with a gradient, ().</param>
/// <param name="Accuracy">Share of right answers, from 0 to 1, or null.</param>
/// <param name="More">Other measurements by name; each becomes a curve "training name".</param>
public readonly record struct Objective(Tensor Loss, double? Accuracy = null, IReadOnlyDictionary<string, double>? More = null)
{
    /// <summary>A loss alone.</summary>
    public static implicit operator Objective(Tensor loss) => new(loss);

    /// <summary>A loss and an accuracy.</summary>
    public static implicit operator Objective((Tensor Loss, double Accuracy) pair) => new(pair.Loss, pair.Accuracy);
}

/// <summary>
/// What validation found. A pair of numbers becomes one by itself.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Accuracy">Share of right answers, from 0 to 1, or null.</param>
/// <param name="More">Other measurements by name; each becomes a curve "validation name".</param>
public readonly record struct Measured(double Loss, double? Accuracy = null, IReadOnlyDictionary<string, double>? More = null)
{
    /// <summary>A loss and an accuracy.</summary>
    public static implicit operator Measured((double Loss, double Accuracy) pair) => new(pair.Loss, pair.Accuracy);
}
