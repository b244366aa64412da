using RnnNotebooks.Data;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Data;

public class BatchTests
{
    [Fact]
    public void An_epoch_without_replacement_has_every_sample_once()
    {
        var batches = new IndexBatches(100, 10, seed: 1);
        Assert.Equal(10, batches.BatchesPerEpoch);
        Assert.Equal(Enumerable.Range(0, 100), Enumerable.Range(0, 10).SelectMany(step => batches.Batch(step)).Order());
    }

    [Fact]
    public void The_next_epoch_comes_in_another_order()
    {
        var batches = new IndexBatches(100, 100, seed: 1);
        Assert.NotEqual(batches.Batch(0), batches.Batch(1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_batch_depends_on_its_number_and_the_seed_only(bool withReplacement)
    {
        var first = new IndexBatches(1_000, 7, seed: 5, withReplacement);
        var second = new IndexBatches(1_000, 7, seed: 5, withReplacement);
        var later = second.Batch(400);
        for (var step = 0; step < 400; step++)
            _ = first.Batch(step);
        Assert.Equal(first.Batch(400), later);
        Assert.NotEqual(later, new IndexBatches(1_000, 7, seed: 6, withReplacement).Batch(400));
    }

    [Fact]
    public void With_replacement_a_sample_may_come_twice()
    {
        var batch = new IndexBatches(10, 10, seed: 1, withReplacement: true);
        Assert.Contains(Enumerable.Range(0, 20), step => batch.Batch(step).Distinct().Count() < 10);
    }

    [Fact]
    public void A_batch_larger_than_the_data_is_refused()
    {
        Assert.Contains("make the batch smaller", Assert.Throws<ArgumentOutOfRangeException>(() => new IndexBatches(5, 6, 0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndexBatches(5, 5, 0).Batch(-1));
    }

    [Fact]
    public void A_vocabulary_reads_back_what_it_writes()
    {
        using var scope = NewDisposeScope();
        var vocabulary = new Vocabulary("hello world");
        Assert.Equal(" dehlorw", vocabulary.Characters);
        Assert.Equal("hold", vocabulary.Decode(vocabulary.Encode("hold").data<long>()));
        Assert.Contains("'z'", Assert.Throws<ArgumentException>(() => vocabulary.Encode("zoo")).Message);
        Assert.Throws<ArgumentException>(() => vocabulary.Decode([8]));
        Assert.Throws<ArgumentException>(() => new Vocabulary(""));
    }

    [Fact]
    public void The_targets_of_a_window_are_its_inputs_one_place_on()
    {
        using var scope = NewDisposeScope();
        const string text = "the quick brown fox jumps over the lazy dog";
        var (inputs, targets) = new Vocabulary(text).Windows(text, steps: 8, batchSize: 3, seed: 2).Batch(0);
        Assert.Equal([3, 8], inputs.shape);
        Assert.Equal(inputs.narrow(1, 1, 7).data<long>().ToArray(), targets.narrow(1, 0, 7).data<long>().ToArray());
        Assert.Throws<ArgumentException>(() => new Vocabulary(text).Windows("the", 3, 1, 0));
    }
}
