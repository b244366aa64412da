namespace RnnNotebooks.Training;

/// <summary>
/// Learning rates as functions of the step.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
public static class Schedules
{
    /// <summary>From one rate to another along half a cosine, and then the second.</summary>
    /// <param name="from">The rate at step 0.</param>
    /// <param name="to">The rate after <paramref name="steps"/>.</param>
    /// <param name="steps">How many steps it takes.</param>
    public static Func<long, double> Cosine(double from, double to, long steps) =>
        step => to + ((from - to) * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(step, steps) / steps)));

    /// <summary>A rate that is multiplied by a factor every so many steps.</summary>
    /// <param name="from">The rate at step 0.</param>
    /// <param name="factor">What it is multiplied by.</param>
    /// <param name="everySteps">How often.</param>
    public static Func<long, double> Steps(double from, double factor, long everySteps) =>
        step => from * Math.Pow(factor, step / everySteps);

    /// <summary>Rises from 0 in a straight line, and follows another schedule after that.</summary>
    /// <param name="steps">How many steps it rises.</param>
    /// <param name="then">The schedule; it is scaled down while the rate rises.</param>
    public static Func<long, double> WarmUp(long steps, Func<long, double> then) =>
        step => then(step) * Math.Min(1, (step + 1.0) / steps);
}
