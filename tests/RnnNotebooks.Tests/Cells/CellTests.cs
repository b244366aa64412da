using RnnNotebooks.Cells;
using RnnNotebooks.Unrolling;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Cells;

public class CellTests
{
    [Fact]
    public void The_tutorials_LSTM_has_its_80384_parameters()
    {
        using var cell = new BasicLstm(28, 128);
        Assert.Equal(80_384, cell.parameters().Sum(weight => weight.numel()));
    }

    [Theory]
    [InlineData(Initialization.TensorFlow)]
    [InlineData(Initialization.Orthogonal)]
    [InlineData(Initialization.SmallNormal)]
    public void The_forget_bias_begins_at_one_and_the_others_at_zero(Initialization initialization)
    {
        using var cell = new BasicLstm(3, 2, initialization);
        Assert.Equal([0, 0, 1, 1, 0, 0, 0, 0], cell.Bias.data<float>().ToArray());
    }

    [Fact]
    public void TensorFlows_initialisation_stays_within_the_limit_of_the_joint_kernel()
    {
        using var cell = new BasicRnn(3, 5);
        var limit = MathF.Sqrt(6f / 13f);
        Assert.True(cell.Wx.abs().max().item<float>() <= limit);
        Assert.True(cell.Wh.abs().max().item<float>() <= limit);
        Assert.True(cell.Wh.abs().max().item<float>() > limit / 2);
    }

    [Fact]
    public void An_orthogonal_initialisation_keeps_lengths()
    {
        using var scope = NewDisposeScope();
        var cell = new Gru(3, 6, Initialization.Orthogonal);
        foreach (var gate in cell.Wh.chunk(3, 1))
            CellFixture.AssertClose(eye(6), gate.mm(gate.t()));
    }

    [Fact]
    public void A_GRUs_gates_begin_open_as_in_TensorFlow()
    {
        using var cell = new Gru(3, 2);
        Assert.Equal([1, 1, 1, 1, 0, 0], cell.B.data<float>().ToArray());
    }

    [Fact]
    public void Peepholes_of_zero_make_a_plain_LSTM()
    {
        using var scope = NewDisposeScope();
        var plain = new BasicLstm(3, 4);
        var peephole = new PeepholeLstm(3, 4);
        using (no_grad())
        {
            peephole.Kernel.copy_(plain.Kernel);
            peephole.RecurrentKernel.copy_(plain.RecurrentKernel);
        }

        var x = randn(2, 6, 3);
        CellFixture.AssertClose(Unroll.Dynamic(plain, x).Outputs, Unroll.Dynamic(peephole, x).Outputs, 0);
    }

    [Fact]
    public void An_input_with_the_wrong_features_is_refused_in_the_cells_words()
    {
        using var cell = new Gru(3, 4);
        var error = Assert.Throws<ArgumentException>(() => cell.Step(zeros(2, 5), cell.ZeroState(2)));
        Assert.Contains("Gru takes an input of (batch, 3)", error.Message);
    }

    [Fact]
    public void A_state_of_another_batch_is_refused()
    {
        using var cell = new BasicLstm(3, 4);
        var error = Assert.Throws<ArgumentException>(() => cell.Step(zeros(2, 3), cell.ZeroState(5)));
        Assert.Contains("ZeroState(2)", error.Message);
    }

    [Fact]
    public void Layers_that_do_not_fit_cannot_be_stacked()
    {
        var error = Assert.Throws<ArgumentException>(() => new MultiRnnCell(new BasicRnn(3, 4), new BasicRnn(5, 4)));
        Assert.Contains("Layer 1 takes 5 features", error.Message);
    }

    [Fact]
    public void Dropout_does_nothing_after_eval_and_keeps_the_mean_while_training()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var inner = new BasicRnn(3, 400);
        var cell = new DropoutCell(inner, output: 0.25);
        var x = randn(8, 3);
        var (plain, _) = inner.Step(x, inner.ZeroState(8));

        cell.eval();
        CellFixture.AssertClose(plain, cell.Step(x, cell.ZeroState(8)).Output, 0);

        cell.train();
        var (dropped, state) = cell.Step(x, cell.ZeroState(8));
        var lost = dropped.eq(0).to(ScalarType.Float32).mean().item<float>();
        Assert.InRange(lost, 0.2f, 0.3f);
        CellFixture.AssertClose(plain, state.Hidden, 0);
        var kept = dropped.ne(0).to(ScalarType.Float32);
        CellFixture.AssertClose(plain * kept / 0.75, dropped);
    }

    [Theory]
    [MemberData(nameof(CellFixture.Kinds), MemberType = typeof(CellFixture))]
    public void A_step_leaves_only_its_results_behind(string kind)
    {
        using var scope = NewDisposeScope();
        var cell = CellFixture.Create(kind);
        var x = randn(2, 3);
        var state = cell.ZeroState(2);
        var before = scope.DisposablesCount;
        var (output, next) = cell.Step(x, state);
        var results = next.Parts.Append(output).Distinct(ReferenceEqualityComparer.Instance).Count();
        Assert.InRange(scope.DisposablesCount - before, 1, results + (kind == "stack" ? 1 : 0));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void The_LSTM_layer_returns_what_is_asked_for(bool sequence, bool states)
    {
        using var scope = NewDisposeScope();
        var cell = new BasicLstm(3, 4);
        var x = randn(2, 5, 3);
        var (all, last) = Unroll.Dynamic(cell, x);
        var output = cell.Run(x, sequence, states);

        CellFixture.AssertClose(sequence ? all : all.select(1, -1), output.Output);
        Assert.Equal(states, output.States.HasValue);
        if (output.States is not var (hidden, memory))
            return;
        CellFixture.AssertClose(output.Output, hidden);
        Assert.Equal(sequence ? [2, 5, 4] : [2L, 4], memory.shape);
        CellFixture.AssertClose(last.Parts[1], sequence ? memory.select(1, -1) : memory);
    }

    [Fact]
    public void The_LSTM_layer_begins_with_the_states_it_is_given()
    {
        using var scope = NewDisposeScope();
        var cell = new BasicLstm(3, 4);
        var x = randn(2, 6, 3);
        var whole = cell.Run(x, returnStates: true);
        var first = cell.Run(x.narrow(1, 0, 2), returnStates: true);
        var rest = cell.Run(x.narrow(1, 2, 4), returnStates: true, initialStates: first.States);
        CellFixture.AssertClose(whole.Output, rest.Output);
    }
}
