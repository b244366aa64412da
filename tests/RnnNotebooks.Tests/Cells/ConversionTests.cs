using RnnNotebooks.Cells;
using RnnNotebooks.Unrolling;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Cells;

public class ConversionTests
{
    [Theory]
    [InlineData(3, 5)]
    [InlineData(1, 1)]
    [InlineData(2, 30)]
    public void An_RNN_made_from_PyTorchs_gives_its_outputs_and_gradients(int batch, int steps)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var rnn = nn.RNN(3, 4, batchFirst: true);
        var cell = BasicRnn.FromTorch(rnn, 3, 4);
        var (mine, theirs) = Inputs(batch, steps);
        var (expected, _) = rnn.call(theirs);
        AssertSame(cell, mine, rnn, theirs, expected, cell.B);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(1, 1)]
    [InlineData(2, 30)]
    public void An_LSTM_made_from_PyTorchs_gives_its_outputs_and_gradients(int batch, int steps)
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var lstm = nn.LSTM(3, 4, batchFirst: true);
        var cell = BasicLstm.FromTorch(lstm, 3, 4);
        var (mine, theirs) = Inputs(batch, steps);
        var (expected, _, _) = lstm.call(theirs);
        AssertSame(cell, mine, lstm, theirs, expected, cell.Bias);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(1, 1)]
    [InlineData(2, 30)]
    public void A_GRU_made_from_PyTorchs_gives_its_outputs_and_gradients(int batch, int steps)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var gru = nn.GRU(3, 4, batchFirst: true);
        var cell = Gru.FromTorch(gru, 3, 4);
        var (mine, theirs) = Inputs(batch, steps);
        var (expected, _) = gru.call(theirs);
        (expected * expected).sum().backward();
        var outputs = Unroll.Dynamic(cell, mine).Outputs;
        (outputs * outputs).sum().backward();
        CellFixture.AssertClose(expected, outputs);
        CellFixture.AssertClose(theirs.grad!, mine.grad!, 2e-5f);
        var candidate = gru.get_parameter("bias_hh_l0")!.grad!.narrow(0, 8, 4);
        CellFixture.AssertClose(candidate, cell.Bh!.grad!, 2e-5f);
    }

    [Fact]
    public void An_RNN_goes_to_PyTorch_and_back_without_a_change()
    {
        using var scope = NewDisposeScope();
        var cell = new BasicRnn(3, 4, Initialization.PyTorch, relu: true);
        AssertEqualWeights(cell, BasicRnn.FromTorch(cell.ToTorch(), 3, 4, relu: true));
    }

    [Fact]
    public void An_LSTM_goes_to_PyTorch_and_back_without_a_change()
    {
        using var scope = NewDisposeScope();
        var cell = new BasicLstm(3, 4, Initialization.PyTorch);
        AssertEqualWeights(cell, BasicLstm.FromTorch(cell.ToTorch(), 3, 4));
    }

    [Fact]
    public void A_GRU_goes_to_PyTorch_and_back_without_a_change()
    {
        using var scope = NewDisposeScope();
        var cell = new Gru(3, 4, Initialization.PyTorch, reset: ResetGate.AfterProduct);
        AssertEqualWeights(cell, Gru.FromTorch(cell.ToTorch(), 3, 4));
    }

    [Fact]
    public void A_GRU_whose_update_gate_takes_the_candidate_becomes_PyTorchs_with_the_signs_turned()
    {
        using var scope = NewDisposeScope();
        var cell = new Gru(3, 4, Initialization.PyTorch, UpdateGate.TakesCandidate, ResetGate.AfterProduct);
        var (inputs, _) = Inputs(3, 6);
        CellFixture.AssertClose(cell.ToTorch().call(inputs).Item1, Unroll.Dynamic(cell, inputs).Outputs);
    }

    [Fact]
    public void A_GRU_that_resets_before_the_product_says_that_PyTorch_has_no_such_layer()
    {
        using var cell = new Gru(3, 4);
        var error = Assert.Throws<InvalidOperationException>(cell.ToTorch);
        Assert.Contains("ResetGate.AfterProduct", error.Message);
    }

    [Fact]
    public void A_layer_without_the_weights_is_refused_with_a_sentence()
    {
        using var rnn = nn.RNN(3, 4, batchFirst: true);
        var error = Assert.Throws<ArgumentException>(() => BasicRnn.FromTorch(rnn, 3, 4, layer: 1));
        Assert.Contains("weight_ih_l1", error.Message);
    }

    [Fact]
    public void The_second_layer_of_a_stack_can_be_taken_alone()
    {
        using var scope = NewDisposeScope();
        var lstm = nn.LSTM(3, 4, numLayers: 2, batchFirst: true);
        var stack = new MultiRnnCell(BasicLstm.FromTorch(lstm, 3, 4), BasicLstm.FromTorch(lstm, 4, 4, layer: 1));
        var (inputs, _) = Inputs(2, 5);
        var (expected, h, c) = lstm.call(inputs);
        var (outputs, state) = Unroll.Dynamic(stack, inputs);
        CellFixture.AssertClose(expected, outputs);
        CellFixture.AssertClose(h, torch_stack(state.Parts[0], state.Parts[2]));
        CellFixture.AssertClose(c, torch_stack(state.Parts[1], state.Parts[3]));

        static Tensor torch_stack(Tensor first, Tensor second) => TorchSharp.torch.stack([first, second], 0);
    }

    private static (Tensor Mine, Tensor Theirs) Inputs(int batch, int steps)
    {
        var values = randn(batch, steps, 3);
        return (values.clone().requires_grad_(), values.clone().requires_grad_());
    }

    private static void AssertSame(RecurrentCell cell, Tensor mine, nn.Module layer, Tensor theirs, Tensor expected, Parameter bias)
    {
        var outputs = Unroll.Dynamic(cell, mine).Outputs;
        CellFixture.AssertClose(expected, outputs);
        (expected * expected).sum().backward();
        (outputs * outputs).sum().backward();
        CellFixture.AssertClose(theirs.grad!, mine.grad!, 2e-5f);
        CellFixture.AssertClose(layer.get_parameter("weight_ih_l0")!.grad!.t(), cell.Weights[0].Weight.grad!, 2e-5f);
        CellFixture.AssertClose(layer.get_parameter("weight_hh_l0")!.grad!.t(), cell.Weights[1].Weight.grad!, 2e-5f);
        CellFixture.AssertClose(layer.get_parameter("bias_hh_l0")!.grad!, bias.grad!, 2e-5f);
    }

    private static void AssertEqualWeights(RecurrentCell expected, RecurrentCell actual)
    {
        foreach (var ((name, weight), (otherName, other)) in expected.Weights.Zip(actual.Weights))
        {
            Assert.Equal(name, otherName);
            CellFixture.AssertClose(weight, other, 0);
        }
    }
}
