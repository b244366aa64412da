using RnnNotebooks.Data;
using static TorchSharp.torch;

namespace RnnNotebooks.Training;

/// <summary>
/// Numbers that say how good an answer is, and how good it must be to mean anything.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public static class Metrics
{
    /// <summary>The share of samples whose largest logit is at the right class.</summary>
    /// <param name="logits">(batch, classes).</param>
    /// <param name="labels">(batch), 64-bit.</param>
    public static double Accuracy(Tensor logits, Tensor labels)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        return logits.argmax(1).eq(labels).to(ScalarType.Float32).mean().item<float>();
    }

    /// <summary>What always saying the most frequent class would reach: a classifier below this has learned nothing.</summary>
    /// <param name="set">The pictures.</param>
    public static double MajorityBaseline(ImageSet set) =>
        set.Count == 0 ? 0 : Enumerable.Range(0, set.Count).CountBy(set.Label).Max(count => count.Value) / (double)set.Count;
}
