using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Tests.Data;

public class DataLoaderTests
{
    [Fact]
    public void Batches_come_in_order_and_the_last_may_be_small()
    {
        using var loader = DataLoader(Squares(7), 3);

        Assert.Equal(3, loader.Count);
        Assert.Equal(new[] { "0,1,2", "3,4,5", "6" }, Passes(loader));
    }

    [Fact]
    public void The_last_small_batch_can_be_dropped()
    {
        using var loader = DataLoader(Squares(7), 3, drop_last: true);

        Assert.Equal(2, loader.Count);
        Assert.Equal(new[] { "0,1,2", "3,4,5" }, Passes(loader));
    }

    [Fact]
    public void A_batch_stacks_the_examples_along_a_new_axis()
    {
        using var x = arange(12, dtype: ScalarType.Float32).reshape(4, 3);
        using var y = arange(4);
        using var loader = DataLoader(TensorDataset(x, y), 4);
        using var batches = loader.GetEnumerator();

        Assert.True(batches.MoveNext());
        var batch = batches.Current;

        Assert.Equal(new long[] { 4, 3 }, batch[0].shape);
        Assert.True(batch[0].equal(x).ToBoolean());
        Assert.True(batch[1].equal(y).ToBoolean());
    }

    [Fact]
    public void A_seed_gives_the_same_order_in_every_pass_and_every_loader()
    {
        using var one = DataLoader(Squares(20), 20, shuffle: true, seed: 3);
        using var other = DataLoader(Squares(20), 20, shuffle: true, seed: 3);

        var first = Passes(one);

        Assert.Equal(first, Passes(one));
        Assert.Equal(first, Passes(other));
        Assert.NotEqual(string.Join(",", Enumerable.Range(0, 20)), first[0]);
        Assert.Equal(Enumerable.Range(0, 20), first[0].Split(',').Select(int.Parse).Order());
    }

    [Fact]
    public void Without_a_seed_passes_differ()
    {
        using var loader = DataLoader(Squares(50), 50, shuffle: true);

        Assert.NotEqual(Passes(loader), Passes(loader));
    }

    [Fact]
    public void The_shuffler_gives_the_order_that_TorchSharp_gives_for_a_seed()
    {
        // Drawn as TorchSharp's FisherYatesShuffler draws: (Next << 32 + Next) mod (i + 1) from System.Random(5).
        var random = new Random(5);
        var order = new List<long>();
        for (long i = 0; i < 6; i++)
        {
            long draw = (((long)random.Next() << 32) + (uint)random.Next()) % (i + 1);
            order.Add(i);
            (order[(int)i], order[(int)draw]) = (order[(int)draw], order[(int)i]);
        }

        Assert.Equal(order, new FisherYatesShuffler(6, 5));
    }

    [Fact]
    public void An_order_of_ones_own_is_followed()
    {
        using var loader = DataLoader(Squares(5), 2, new long[] { 4, 0, 2 });

        Assert.Equal(new[] { "4,0", "2" }, Passes(loader));
    }

    [Fact]
    public void Several_workers_give_the_same_batches_as_one()
    {
        using var one = DataLoader(Squares(23), 5);
        using var four = DataLoader(Squares(23), 5, num_worker: 4);

        Assert.Equal(Passes(one), Passes(four));
    }

    [Fact]
    public void A_batch_is_disposed_when_the_next_one_is_taken()
    {
        using var loader = DataLoader(Squares(4), 2);
        using var batches = loader.GetEnumerator();
        batches.MoveNext();
        var first = batches.Current["x"];

        batches.MoveNext();

        Assert.True(first.IsInvalid);
        Assert.False(batches.Current["x"].IsInvalid);
    }

    [Fact]
    public void Batches_can_be_kept()
    {
        using var loader = DataLoader(Squares(4), 2, disposeBatch: false);

        var batches = loader.ToList();

        Assert.Equal(0, batches[0]["x"].sum().item<long>() - 1);
        batches.ForEach(batch => batch["x"].Dispose());
    }

    [Fact]
    public void A_pass_leaves_no_tensors_behind()
    {
        using var loader = DataLoader(Squares(9), 2, shuffle: true, seed: 1, num_worker: 2);
        _ = Passes(loader);
        long before = LiveTensors.Count();

        _ = Passes(loader);

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void An_example_that_throws_reaches_the_caller_as_it_was_thrown()
    {
        using var loader = DataLoader(new Numbers(5, failing: 3), 5, num_worker: 2);

        Assert.Equal("no example 3", Assert.Throws<InvalidOperationException>(() => Passes(loader)).Message);
    }

    [Fact]
    public void Tensors_of_different_lengths_make_no_dataset()
    {
        using var x = zeros(3);
        using var y = zeros(2);

        Assert.Contains("same first axis", Assert.Throws<ArgumentException>(() => TensorDataset(x, y)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_dataset_has_no_batches()
    {
        using var loader = DataLoader(Squares(0), 2);

        Assert.Equal(0, loader.Count);
        Assert.Empty(Passes(loader));
    }

    private static Numbers Squares(int count) => new(count);

    private static string[] Passes(Modules.DataLoader loader) => loader.Select(batch => string.Join(",", batch["x"].data<long>().ToArray())).ToArray();

    private sealed class Numbers(int count, int failing = -1) : Dataset
    {
        public override long Count => count;

        public override Dictionary<string, Tensor> GetTensor(long index) =>
            index == failing ? throw new InvalidOperationException($"no example {index}") : new() { ["x"] = tensor(index) };
    }
}
