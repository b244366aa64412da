using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Tests.NN;

public class RecurrentGoldenTests
{
    private const string File = "nn/recurrent.json";

    public static TheoryData<string, string> Layers => Golden.Ids(File);

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_recurrent_layer_starts_computes_and_differentiates_as_in_PyTorch(string id, string dtype)
    {
        using var scope = NewDisposeScope();
        var item = Golden.Find(File, id, dtype);
        manual_seed(item.GetProperty("seed").GetInt64());
        using var layer = Build(id, Golden.Type(dtype));
        Golden.SameState(item.GetProperty("start"), layer, "at the start");
        foreach (var drawn in item.GetProperty("inputs").EnumerateArray())
        {
            LayerGoldenTests.Redraw(drawn, item);
        }

        var inputs = Golden.Inputs(item);
        var outputs = item.GetProperty("packed") is { ValueKind: JsonValueKind.Object } how ? CallPacked(layer, inputs, how) : Call(layer, inputs);
        Assert.Equal(item.GetProperty("outputs").GetArrayLength(), outputs.Length);
        for (int i = 0; i < outputs.Length; i++)
        {
            Golden.Same(item.GetProperty("outputs")[i], outputs[i], $"output {i}");
        }

        Golden.Backward(outputs);
        for (int i = 0; i < inputs.Length; i++)
        {
            Golden.Same(item.GetProperty("inputGrads")[i], inputs[i].grad, $"the gradient of input {i}");
        }
        Golden.SameGradients(item.GetProperty("grads"), layer);
    }

    [Fact]
    public void A_state_of_the_wrong_shape_is_named_with_the_shape_it_should_have()
    {
        using var lstm = nn.LSTM(2, 3);
        using var x = zeros(4, 2, 2);
        using var h = zeros(1, 5, 3);

        var error = Assert.Throws<ArgumentException>(() => lstm.call(x, (h, h)));

        Assert.Contains("[1, 5, 3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("[1, 2, 3]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_of_the_wrong_width_is_named_with_the_width_it_should_have()
    {
        using var gru = nn.GRU(2, 3);
        using var x = zeros(4, 2, 7);

        Assert.Contains("size 2", Assert.Throws<ArgumentException>(() => gru.call(x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_weights_of_an_RNN_can_be_taken_by_layer()
    {
        using var rnn = nn.RNN(2, 3, numLayers: 2, bias: false);

        Assert.Equal(new long[] { 3, 2 }, rnn.get_weight_ih(0)!.shape);
        Assert.Equal(new long[] { 3, 3 }, rnn.get_weight_ih(1)!.shape);
        Assert.Same(rnn.get_parameter("weight_hh_l1"), rnn.get_weight_hh(1));
        Assert.Null(rnn.get_bias_ih(0));
    }

    private static Tensor[] Call(nn.Module layer, Tensor[] x)
    {
        var h = x.Length > 1 ? x[1] : null;
        (Tensor, Tensor)? hc = x.Length > 2 ? (x[1], x[2]) : null;
        return layer switch
        {
            LSTM lstm => Listed(lstm.call(x[0], hc)),
            RNN rnn => Listed(rnn.call(x[0], h)),
            GRU gru => Listed(gru.call(x[0], h)),
            LSTMCell cell => Listed(cell.call(x[0], hc)),
            RNNCell cell => [cell.call(x[0], h)],
            GRUCell cell => [cell.call(x[0], h)],
            _ => throw new ArgumentException($"{layer.GetName()} is no recurrent layer.", nameof(layer)),
        };
    }

    private static Tensor[] CallPacked(nn.Module layer, Tensor[] x, JsonElement how)
    {
        var lengths = tensor(how.GetProperty("lengths").EnumerateArray().Select(length => length.GetInt64()).ToArray());
        var packed = pack_padded_sequence(x[0], lengths, enforce_sorted: how.GetProperty("enforce_sorted").GetBoolean());
        switch (layer)
        {
            case LSTM lstm:
                var (output, h, c) = lstm.call(packed);
                return [output.data, h, c];
            case RNN rnn:
                var (plain, last) = rnn.call(packed);
                return [plain.data, last];
            default:
                var (gated, state) = ((GRU)layer).call(packed);
                return [gated.data, state];
        }
    }

    private static Tensor[] Listed((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];

    private static Tensor[] Listed((Tensor, Tensor, Tensor) three) => [three.Item1, three.Item2, three.Item3];

    private static nn.Module Build(string id, ScalarType t)
    {
        string kind = id.Split(' ')[0];
        if (kind.EndsWith("Cell", StringComparison.Ordinal))
        {
            return kind switch
            {
                "RNNCell" => nn.RNNCell(2, 3, id.Contains("relu") ? nn.NonLinearities.ReLU : nn.NonLinearities.Tanh, dtype: t),
                "LSTMCell" => nn.LSTMCell(2, 3, dtype: t),
                _ => nn.GRUCell(2, 3, bias: !id.Contains("state"), dtype: t),
            };
        }
        bool both = id.Contains("both ways");
        long layers = id.Contains("two layers") || id.Contains("dropout") ? 2 : 1;
        bool bias = !id.Contains("no bias");
        bool batchFirst = id.Contains("batch first");
        double dropout = id.Contains("dropout") ? 0.5 : 0;
        return kind switch
        {
            "LSTM" => nn.LSTM(2, 3, layers, bias, batchFirst, dropout, both, dtype: t),
            "GRU" => nn.GRU(2, 3, layers, bias, batchFirst, dropout, both, dtype: t),
            _ => nn.RNN(2, 3, layers, id.Contains("relu") ? nn.NonLinearities.ReLU : nn.NonLinearities.Tanh, bias, batchFirst, dropout, both, dtype: t),
        };
    }
}
