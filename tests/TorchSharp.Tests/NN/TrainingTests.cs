using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public class TrainingTests
{
    [Fact]
    public void An_LSTM_learns_and_its_training_leaves_no_tensors_behind()
    {
        manual_seed(3);
        using var lstm = nn.LSTM(2, 8, batchFirst: true);
        using var head = nn.Linear(8, 2);
        using var optimizer = optim.Adam(lstm.parameters().Concat(head.parameters()), 0.02);
        using var x = randn(16, 5, 2); // (batch, steps, features)
        using var total = x.sum(new long[] { 1, 2 });
        using var positive = total.gt(0);
        using var y = positive.to(ScalarType.Int64);
        var losses = new List<float>();
        long afterFirst = 0;

        for (int step = 0; step < 60; step++)
        {
            using (NewDisposeScope())
            {
                optimizer.zero_grad();
                var (outputs, _, _) = lstm.call(x);
                var loss = nn.functional.cross_entropy(head.call(outputs.select(1, -1)), y);
                loss.backward();
                nn.utils.clip_grad_norm_(lstm.parameters(), 1.0);
                optimizer.step();
                losses.Add(loss.item<float>());
            }
            afterFirst = step == 0 ? LiveTensors.Count() : afterFirst;
        }

        Assert.True(losses[^1] < 0.3 * losses[0], $"the loss went from {losses[0]} to {losses[^1]}");
        Assert.Equal(afterFirst, Tensor.TotalCount);
    }

    [Fact]
    public void A_recurrent_call_makes_its_results_and_nothing_else()
    {
        using var lstm = nn.LSTM(2, 3, numLayers: 2, bidirectional: true);
        using var gru = nn.GRU(2, 3);
        using var x = zeros(4, 2, 2);
        using var one = zeros(4, 2);
        long before = LiveTensors.Count();

        var (outputs, h, c) = lstm.call(x);
        var (other, last) = gru.call(one);

        Assert.Equal(before + 5, Tensor.TotalCount);
        foreach (var result in new[] { outputs, h, c, other, last })
        {
            result.Dispose();
        }
    }

    [Fact]
    public void Asking_for_a_GPU_that_is_not_there_says_how_to_get_one()
    {
        using var linear = nn.Linear(2, 2);

        var error = Record.Exception(() => linear.cuda());

        Assert.NotNull(error);
        Assert.Contains("./rnn setup --nuget", error.Message, StringComparison.Ordinal);
    }
}
