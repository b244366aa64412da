using RnnNotebooks.Data;
using static TorchSharp.torch;

namespace RnnNotebooks.Training;

/// <summary>
/// How a classifier does on a set of pictures, sample by sample.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
/// <param name="Set">The pictures.</param>
/// <param name="Predicted">The most likely class of each.</param>
/// <param name="Losses">The cross-entropy of each, in nats.</param>
public sealed record Evaluation(ImageSet Set, IReadOnlyList<int> Predicted, IReadOnlyList<float> Losses)
{
    /// <summary>The mean loss, in nats.</summary>
    public double Loss => Losses.Average();

    /// <summary>The share of right answers, from 0 to 1.</summary>
    public double Accuracy => Predicted.Where((predicted, i) => predicted == Set.Label(i)).Count() / (double)Predicted.Count;

    /// <summary>Runs a classifier over all pictures, without gradients.</summary>
    /// <param name="classifier">From images (batch, steps, features) to logits (batch, classes).</param>
    /// <param name="set">The pictures.</param>
    /// <param name="batchSize">How many at a time.</param>
    public static Evaluation Of(Func<Tensor, Tensor> classifier, ImageSet set, int batchSize = 500)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        using var quiet = no_grad();
        var predicted = new List<int>();
        var losses = new List<float>();
        for (var start = 0; start < set.Count; start += batchSize)
        {
            using var scope = NewDisposeScope();
            var batch = set.Batch(Enumerable.Range(start, Math.Min(batchSize, set.Count - start)).ToArray());
            var logits = classifier(batch.Images); // (batch, classes)
            predicted.AddRange(logits.argmax(1).data<long>().Select(label => (int)label));
            losses.AddRange(nn.functional.cross_entropy(logits, batch.Labels, reduction: nn.Reduction.None).data<float>()); // (batch)
        }

        return new Evaluation(set, predicted, losses);
    }

    /// <summary>How often each class (row) was taken for each class (column).</summary>
    public int[,] Confusion()
    {
        var counts = new int[Set.ClassNames.Count, Set.ClassNames.Count];
        for (var i = 0; i < Predicted.Count; i++)
            counts[Set.Label(i), Predicted[i]]++;
        return counts;
    }

    /// <summary>The mistakes that the classifier was surest of, the worst first.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Numbers of pictures.</returns>
    public IReadOnlyList<int> WorstMistakes(int count) =>
        [.. Enumerable.Range(0, Predicted.Count).Where(i => Predicted[i] != Set.Label(i)).OrderByDescending(i => Losses[i]).Take(count)];

    /// <summary>As a pair for the training loop.</summary>
    public static implicit operator Measured(Evaluation evaluation) => new(evaluation.Loss, evaluation.Accuracy);
}
