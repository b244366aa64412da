using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public class LayerGoldenTests
{
    private const string File = "nn/layers.json";

    public static TheoryData<string, string> Layers => Golden.Ids(File);

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_starts_computes_and_differentiates_as_in_PyTorch(string id, string dtype)
    {
        using var scope = NewDisposeScope();
        var item = Golden.Find(File, id, dtype);
        manual_seed(item.GetProperty("seed").GetInt64());
        using var layer = LayerCases.Build(id, Golden.Type(dtype));
        Golden.SameState(item.GetProperty("start"), layer, "at the start");
        foreach (var drawn in item.GetProperty("inputs").EnumerateArray())
        {
            Redraw(drawn, item);
        }

        var inputs = Golden.Inputs(item);
        var output = layer is nn.Module<Tensor, Tensor, Tensor> two ? two.call(inputs[0], inputs[1]) : ((nn.Module<Tensor, Tensor>)layer).call(inputs[0]);
        Golden.Same(item.GetProperty("outputs")[0], output, "the output");

        Golden.Backward([output]);
        for (int i = 0; i < inputs.Length; i++)
        {
            Golden.Same(item.GetProperty("inputGrads")[i], inputs[i].grad, $"the gradient of input {i}");
        }
        Golden.SameGradients(item.GetProperty("grads"), layer);
        foreach (var entry in item.GetProperty("end").EnumerateObject())
        {
            Golden.Same(entry.Value, layer.get_buffer(entry.Name), $"{entry.Name} at the end");
        }
    }

    /// <summary>Draws the input from the same generator as layers.py did, so that dropout sees the same random numbers; and compares it.</summary>
    internal static void Redraw(System.Text.Json.JsonElement packed, System.Text.Json.JsonElement item)
    {
        using var expected = Golden.Tensor(packed)!;
        bool indices = expected.dtype == ScalarType.Int64;
        if (indices)
        {
            // The range is that of the embedding, whose size the start's weight gives.
            long high = item.GetProperty("start").GetProperty("weight").GetProperty("shape")[0].GetInt64();
            using var drawn = randint(0, high, expected.shape);
            Golden.Same(packed, drawn.to(ScalarType.Int64), "the drawn indices");
            return;
        }
        using var normal = randn(expected.shape, expected.dtype);
        Golden.Same(packed, normal, "the drawn input");
    }
}
