using System.Globalization;

namespace RnnNotebooks.Training;

/// <summary>
/// How far training is.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Samples">Samples seen.</param>
/// <param name="Position">The same in units of the history's axis: epochs or samples.</param>
/// <param name="Loss">The loss of the newest batch.</param>
/// <param name="Accuracy">The accuracy of the newest batch, or null.</param>
/// <param name="GradientNorm">The global norm of the newest gradients, before clipping.</param>
/// <param name="LearningRate">The learning rate of the newest step.</param>
/// <param name="Elapsed">Time since the beginning.</param>
/// <param name="Validation">What the newest validation found, or null before the first.</param>
/// <param name="History">Everything measured so far.</param>
public sealed record TrainingProgress(
    long Step,
    long Steps,
    long Samples,
    double Position,
    double Loss,
    double? Accuracy,
    double GradientNorm,
    double LearningRate,
    TimeSpan Elapsed,
    Measured? Validation,
    History History)
{
    /// <summary>Steps a second.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Step / Elapsed.TotalSeconds : 0;

    /// <summary>The line that the tutorial prints after each epoch.</summary>
    public override string ToString()
    {
        var culture = CultureInfo.InvariantCulture;
        var line = string.Create(culture, $"{Position:0.##}\tTraining loss: {Loss:F6}");
        if (Accuracy is { } accuracy)
            line += string.Create(culture, $"\tTraining acc: {accuracy:F6}");
        if (Validation is { } validation)
            line += string.Create(culture, $"\tValidation loss: {validation.Loss:F6}");
        if (Validation?.Accuracy is { } validated)
            line += string.Create(culture, $"\tAccuracy: {validated * 100:F2}%");
        return line;
    }
}
