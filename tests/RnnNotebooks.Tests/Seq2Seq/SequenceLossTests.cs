using RnnNotebooks.Seq2Seq;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Seq2Seq;

public class SequenceLossTests
{
    [Fact]
    public void The_masked_loss_is_the_mean_over_true_steps_of_minus_the_log_probability()
    {
        using var scope = NewDisposeScope();
        var logits = randn(2, 3, 4);
        var targets = tensor(new long[] { 0, 1, 2, 3, 0, 0 }, [2, 3]);
        var mask = tensor(new float[] { 1, 1, 1, 1, 0, 0 }, [2, 3]);
        var expected = 0.0;
        foreach (var (i, t, id) in new[] { (0, 0, 0), (0, 1, 1), (0, 2, 2), (1, 0, 3) })
        {
            var row = logits[i, t].data<float>().Select(value => (double)value).ToArray();
            expected += (Math.Log(row.Sum(Math.Exp)) - row[id]) / 4;
        }

        Assert.Equal(expected, SequenceLoss.CrossEntropy(logits, targets, mask).item<float>(), 1e-5);
    }

    [Fact]
    public void Scrambled_padding_changes_neither_loss_nor_accuracy_nor_gradients()
    {
        using var scope = NewDisposeScope();
        var mask = tensor(new float[] { 1, 1, 0, 1, 0, 0 }, [2, 3]);
        var targets = tensor(new long[] { 0, 1, 2, 3, 0, 0 }, [2, 3]);
        var scrambledTargets = tensor(new long[] { 0, 1, 1, 3, 2, 3 }, [2, 3]);
        var logits = randn(2, 3, 4).requires_grad_();
        var keep = mask.unsqueeze(-1);
        var scrambled = ((logits.detach() * keep) + (randn(2, 3, 4) * (1 - keep))).requires_grad_();
        var loss = SequenceLoss.CrossEntropy(logits, targets, mask);
        var other = SequenceLoss.CrossEntropy(scrambled, scrambledTargets, mask);
        loss.backward();
        other.backward();
        Assert.Equal(loss.item<float>(), other.item<float>(), 1e-6f);
        Golden.AssertClose(logits.grad!.data<float>().ToArray(), scrambled.grad!.data<float>().ToArray(), 1e-7f);
        Assert.Equal(SequenceLoss.Accuracy(logits, targets, mask), SequenceLoss.Accuracy(scrambled, scrambledTargets, mask));
    }

    [Fact]
    public void Accuracy_counts_true_steps_only_and_takes_ids_or_logits()
    {
        using var scope = NewDisposeScope();
        var ids = tensor(new long[] { 1, 2, 0, 3, 1, 0 }, [2, 3]);
        var targets = tensor(new long[] { 1, 9, 0, 3, 0, 0 }, [2, 3]);
        var mask = tensor(new float[] { 1, 1, 0, 1, 1, 0 }, [2, 3]);
        Assert.Equal(0.5, SequenceLoss.Accuracy(ids, targets, mask), 1e-6);
        Assert.Equal(0.5, SequenceLoss.Accuracy(nn.functional.one_hot(ids, 11).to(ScalarType.Float32), targets, mask), 1e-6);
    }

    [Fact]
    public void Accuracy_per_position_differs_with_and_without_the_mask()
    {
        using var scope = NewDisposeScope();
        var ids = tensor(new long[] { 1, 2, 0, 3, 1, 5 }, [2, 3]);
        var targets = tensor(new long[] { 1, 9, 0, 3, 1, 0 }, [2, 3]);
        var mask = tensor(new float[] { 1, 1, 0, 1, 0, 0 }, [2, 3]);
        Assert.Equal([1, 0.5, 0.5], SequenceLoss.AccuracyPerPosition(ids, targets));
        Assert.Equal([1, 0, double.NaN], SequenceLoss.AccuracyPerPosition(ids, targets, mask));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        var (logits, targets) = (randn(2, 3, 4), zeros([2, 3], ScalarType.Int64));
        Assert.Contains("mask must be too", Assert.Throws<ArgumentException>(() => SequenceLoss.CrossEntropy(logits, targets, ones(2, 4))).Message);
        Assert.Contains("(batch, steps, outputs)", Assert.Throws<ArgumentException>(() => SequenceLoss.CrossEntropy(targets, targets, ones(2, 3))).Message);
    }
}
