using RnnNotebooks.Cells;
using RnnNotebooks.Tests.Cells;
using RnnNotebooks.Unrolling;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Unrolling;

public class UnrollTests
{
    public static TheoryData<string> Kinds => CellFixture.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Static_and_dynamic_unrolling_give_the_same_numbers(string kind)
    {
        using var scope = NewDisposeScope();
        var (cell, x, lengths) = Case(kind, batch: 4, steps: 6);
        var looped = Unroll.Dynamic(cell, x, lengths);
        var unrolled = Unroll.Static(cell, x, lengths);
        CellFixture.AssertClose(looped.Outputs, unrolled.Outputs, 0);
        AssertSame(looped.State, unrolled.State);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Padding_never_changes_a_result(string kind)
    {
        using var scope = NewDisposeScope();
        var (cell, x, lengths) = Case(kind, batch: 5, steps: 7);
        var scrambled = Sequences.ScramblePadding(x, lengths);
        Assert.False(scrambled.allclose(x));
        var (outputs, state) = Unroll.Dynamic(cell, x, lengths);
        var (others, otherState) = Unroll.Dynamic(cell, scrambled, lengths);
        CellFixture.AssertClose(outputs, others, 0);
        AssertSame(state, otherState);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_sample_of_a_padded_batch_runs_as_if_it_were_alone(string kind)
    {
        using var scope = NewDisposeScope();
        var (cell, x, lengths) = Case(kind, batch: 5, steps: 7);
        var (outputs, state) = Unroll.Dynamic(cell, x, lengths);
        for (var i = 0; i < 5; i++)
        {
            var length = lengths[i].item<long>();
            Assert.Equal(0f, outputs[i].narrow(0, length, 7 - length).abs().sum().item<float>());
            if (length == 0)
            {
                Assert.All(state.Parts, part => Assert.Equal(0f, part[i].abs().sum().item<float>()));
                continue;
            }

            var alone = Unroll.Dynamic(cell, x.narrow(0, i, 1).narrow(1, 0, length));
            CellFixture.AssertClose(alone.Outputs[0], outputs[i].narrow(0, 0, length));
            foreach (var (part, own) in state.Parts.Zip(alone.State.Parts))
                CellFixture.AssertClose(own[0], part[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Time_major_is_batch_major_transposed(string kind)
    {
        using var scope = NewDisposeScope();
        var (cell, x, lengths) = Case(kind, batch: 4, steps: 6);
        var expected = Unroll.Dynamic(cell, x, lengths, reverse: true);
        var timeMajor = Unroll.Dynamic(cell, x.transpose(0, 1), lengths, reverse: true, timeMajor: true);
        CellFixture.AssertClose(expected.Outputs, timeMajor.Outputs.transpose(0, 1), 0);
        AssertSame(expected.State, timeMajor.State);
        CellFixture.AssertClose(
            Unroll.Static(cell, x).Outputs, Unroll.Static(cell, x.transpose(0, 1), timeMajor: true).Outputs.transpose(0, 1), 0);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 8)]
    [InlineData(6, 1)]
    [InlineData(3, 9)]
    public void Reversing_twice_is_the_identity(int batch, int steps)
    {
        using var scope = NewDisposeScope();
        manual_seed(batch + steps);
        var x = randn(batch, steps, 2);
        var lengths = randint(0, steps + 1, [batch], dtype: ScalarType.Int64);
        CellFixture.AssertClose(x, Sequences.Reverse(Sequences.Reverse(x, lengths), lengths), 0);
        CellFixture.AssertClose(x, Sequences.Reverse(Sequences.Reverse(x)), 0);
    }

    [Fact]
    public void Reversal_leaves_the_padding_where_it_is()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 2, 3, 0, 0 }, [1, 5, 1]);
        Assert.Equal([3, 2, 1, 0, 0], Sequences.Reverse(x, tensor(new long[] { 3 })).data<float>().ToArray());
    }

    [Fact]
    public void A_mask_sums_to_the_lengths()
    {
        using var scope = NewDisposeScope();
        var lengths = tensor(new long[] { 0, 3, 7, 5 });
        var mask = Sequences.Mask(lengths, 7);
        Assert.Equal([4, 7], mask.shape);
        Assert.Equal([0, 3, 7, 5], mask.sum(1).data<float>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_backward_half_of_a_bidirectional_network_reads_from_the_true_end(string kind)
    {
        using var scope = NewDisposeScope();
        var (forward, x, lengths) = Case(kind, batch: 4, steps: 6);
        var backward = CellFixture.Create(kind);
        var (outputs, _, state) = Unroll.Bidirectional(forward, backward, x, lengths);
        Assert.Equal([4, 6, 8], outputs.shape);
        var reversed = Unroll.Dynamic(backward, Sequences.Reverse(x, lengths), lengths);
        CellFixture.AssertClose(Sequences.Reverse(reversed.Outputs, lengths), outputs.narrow(2, 4, 4), 0);
        AssertSame(reversed.State, state);
    }

    [Fact]
    public void A_bidirectional_LSTM_agrees_with_PyTorchs()
    {
        using var scope = NewDisposeScope();
        var lstm = nn.LSTM(3, 4, batchFirst: true, bidirectional: true);
        var forward = BasicLstm.FromTorch(lstm, 3, 4);
        var backward = new BasicLstm(3, 4);
        using (no_grad())
        {
            backward.Kernel.copy_(lstm.get_parameter("weight_ih_l0_reverse")!.t());
            backward.RecurrentKernel.copy_(lstm.get_parameter("weight_hh_l0_reverse")!.t());
            backward.Bias.copy_(lstm.get_parameter("bias_ih_l0_reverse")! + lstm.get_parameter("bias_hh_l0_reverse")!);
        }

        var x = randn(2, 5, 3);
        var (expected, _, _) = lstm.call(x);
        CellFixture.AssertClose(expected, Unroll.Bidirectional(forward, backward, x).Outputs);
    }

    [Fact]
    public void An_initial_state_continues_a_sequence()
    {
        using var scope = NewDisposeScope();
        var (cell, x, _) = Case("BasicLstm", batch: 3, steps: 8);
        var whole = Unroll.Dynamic(cell, x);
        var first = Unroll.Dynamic(cell, x.narrow(1, 0, 3));
        var rest = Unroll.Static(cell, x.narrow(1, 3, 5), initial: first.State);
        CellFixture.AssertClose(whole.Outputs.narrow(1, 3, 5), rest.Outputs);
        AssertSame(whole.State, rest.State);
    }

    [Fact]
    public void Unrolling_leaves_only_its_results_behind()
    {
        using var scope = NewDisposeScope();
        var (cell, x, lengths) = Case("BasicLstm", batch: 3, steps: 8);
        var before = scope.DisposablesCount;
        _ = Unroll.Dynamic(cell, x, lengths);
        Assert.Equal(3, scope.DisposablesCount - before); // outputs, h, c
    }

    [Fact]
    public void Lengths_beyond_the_steps_are_refused()
    {
        using var cell = new BasicRnn(3, 4);
        var error = Assert.Throws<ArgumentException>(() => Unroll.Dynamic(cell, zeros(2, 5, 3), tensor(new long[] { 5, 6 })));
        Assert.Contains("between 0 and the 5 steps", error.Message);
        Assert.Throws<ArgumentException>(() => Unroll.Dynamic(cell, zeros(2, 5, 3), tensor(new long[] { 5 })));
    }

    [Fact]
    public void A_matrix_is_not_a_sequence()
    {
        using var cell = new BasicRnn(3, 4);
        Assert.Contains("(batch, steps, features)", Assert.Throws<ArgumentException>(() => Unroll.Dynamic(cell, zeros(5, 3))).Message);
        Assert.Throws<ArgumentException>(() => Unroll.Static(cell, (IReadOnlyList<Tensor>)[]));
        Assert.Throws<ArgumentException>(() => Unroll.Dynamic(cell, zeros(2, 0, 3)));
    }

    private static (RecurrentCell Cell, Tensor Inputs, Tensor Lengths) Case(string kind, int batch, int steps)
    {
        manual_seed(7);
        var lengths = Enumerable.Range(0, batch).Select(i => (long)(i == 0 ? steps : i == 1 ? 0 : i)).ToArray();
        return (CellFixture.Create(kind), randn(batch, steps, 3), tensor(lengths));
    }

    private static void AssertSame(CellState expected, CellState actual)
    {
        foreach (var (left, right) in expected.Parts.Zip(actual.Parts))
            CellFixture.AssertClose(left, right);
    }
}
