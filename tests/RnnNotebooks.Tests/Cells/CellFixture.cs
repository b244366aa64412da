using System.Text.Json;
using RnnNotebooks.Cells;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Cells;

/// <summary>Builds cells by name, and reads the golden cases of golden/cells.</summary>
public static class CellFixture
{
    public static RecurrentCell Create(string kind, int features = 3, int hidden = 4) => kind switch
    {
        "BasicRnn" => new BasicRnn(features, hidden),
        "BasicRnn ReLU" => new BasicRnn(features, hidden, relu: true),
        "BasicLstm" => new BasicLstm(features, hidden),
        "PeepholeLstm" => new PeepholeLstm(features, hidden),
        "LayerNormLstm" => new LayerNormLstm(features, hidden),
        "Gru KeepsState BeforeProduct" => new Gru(features, hidden),
        "Gru KeepsState AfterProduct" => new Gru(features, hidden, reset: ResetGate.AfterProduct),
        "Gru TakesCandidate BeforeProduct" => new Gru(features, hidden, update: UpdateGate.TakesCandidate),
        "Gru TakesCandidate AfterProduct" => new Gru(features, hidden, update: UpdateGate.TakesCandidate, reset: ResetGate.AfterProduct),
        "stack" => new MultiRnnCell(new BasicLstm(features, 5), new Gru(5, hidden)),
        _ => throw new ArgumentException(kind),
    };

    public static TheoryData<string> Kinds =>
        ["BasicRnn", "BasicRnn ReLU", "BasicLstm", "PeepholeLstm", "LayerNormLstm", "Gru KeepsState BeforeProduct",
         "Gru KeepsState AfterProduct", "Gru TakesCandidate BeforeProduct", "Gru TakesCandidate AfterProduct", "stack"];

    public static RecurrentCell Create(JsonElement golden)
    {
        var kind = golden.GetProperty("kind").GetString()!;
        if (golden.TryGetProperty("relu", out var relu) && relu.GetBoolean())
            kind += " ReLU";
        if (golden.TryGetProperty("update", out var update))
            kind += $" {update.GetString()} {golden.GetProperty("reset").GetString()}";
        var cell = Create(kind);
        using var quiet = no_grad();
        foreach (var (name, weight) in cell.Weights)
            weight.copy_(Tensor(golden.GetProperty("weights").GetProperty(name), weight.shape));
        return cell;
    }

    public static Tensor Tensor(JsonElement values, params long[] shape) => tensor(values.Floats(), shape);

    public static void AssertClose(JsonElement expected, Tensor actual, float tolerance = 1e-5f) =>
        Golden.AssertClose(expected.Floats(), actual.detach().contiguous().data<float>().ToArray(), tolerance);

    public static void AssertClose(Tensor expected, Tensor actual, float tolerance = 1e-5f)
    {
        Assert.Equal(expected.shape, actual.shape);
        Golden.AssertClose(
            expected.detach().contiguous().data<float>().ToArray(), actual.detach().contiguous().data<float>().ToArray(), tolerance);
    }
}
