using System.Text.Json;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.NN;

public class LossGoldenTests
{
    private const string File = "nn/losses.json";

    public static TheoryData<string, string, string> Losses
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var item in Golden.Cases(File))
            {
                data.Add(Golden.Text(item, "id"), Golden.Text(item, "dtype"), Golden.Text(item, "reduction"));
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_loss_computes_and_differentiates_as_in_PyTorch(string id, string dtype, string reduction)
    {
        using var scope = NewDisposeScope();
        var item = Golden.Cases(File).Single(
            entry => Golden.Text(entry, "id") == id && Golden.Text(entry, "dtype") == dtype && Golden.Text(entry, "reduction") == reduction);
        var inputs = Golden.Inputs(item);

        var loss = Call(id.Split(' ')[0], Enum.Parse<Reduction>(reduction, ignoreCase: true), item.GetProperty("options"), inputs);

        Golden.Same(item.GetProperty("outputs")[0], loss, "the loss");
        Golden.Backward([loss]);
        for (int i = 0; i < inputs.Length; i++)
        {
            Golden.Same(item.GetProperty("inputGrads")[i], inputs[i].grad, $"the gradient of input {i}");
        }
    }

    private static Tensor Call(string name, Reduction how, JsonElement options, Tensor[] x)
    {
        Tensor? Tensor(string option) => options.TryGetProperty(option, out var value) ? Golden.Tensor(value) : null;
        double Number(string option, double otherwise) => options.TryGetProperty(option, out var value) ? value.GetDouble() : otherwise;
        return name switch
        {
            "CrossEntropyLoss" => new Modules.CrossEntropyLoss(
                Tensor("weight"), options.TryGetProperty("ignore_index", out var ignored) ? ignored.GetInt64() : null, how,
                Number("label_smoothing", 0)).call(x[0], x[1]),
            "NLLLoss" => NLLLoss(Tensor("weight"), how).call(x[0], x[1]),
            "MSELoss" => MSELoss(how).call(x[0], x[1]),
            "L1Loss" => L1Loss(how).call(x[0], x[1]),
            "SmoothL1Loss" => SmoothL1Loss(how, Number("beta", 1)).call(x[0], x[1]),
            "HuberLoss" => HuberLoss(Number("delta", 1), how).call(x[0], x[1]),
            "BCELoss" => BCELoss(Tensor("weight"), how).call(x[0], x[1]),
            "BCEWithLogitsLoss" => BCEWithLogitsLoss(Tensor("weight"), how, Tensor("pos_weight")).call(x[0], x[1]),
            "KLDivLoss" => KLDivLoss(options.GetProperty("log_target").GetBoolean(), how).call(x[0], x[1]),
            "PoissonNLLLoss" => PoissonNLLLoss(reduction: how).call(x[0], x[1]),
            "GaussianNLLLoss" => GaussianNLLLoss(reduction: how).call(x[0], x[1], x[2]),
            "SoftMarginLoss" => SoftMarginLoss(how).call(x[0], x[1]),
            "HingeEmbeddingLoss" => HingeEmbeddingLoss(reduction: how).call(x[0], x[1]),
            "MarginRankingLoss" => MarginRankingLoss(Number("margin", 0), how).call(x[0], x[1], x[2]),
            "CosineEmbeddingLoss" => CosineEmbeddingLoss(Number("margin", 0), how).call(x[0], x[1], x[2]),
            "MultiMarginLoss" => MultiMarginLoss(reduction: how).call(x[0], x[1]),
            "MultiLabelSoftMarginLoss" => MultiLabelSoftMarginLoss(reduction: how).call(x[0], x[1]),
            "TripletMarginLoss" => TripletMarginLoss(reduction: how).call(x[0], x[1], x[2]),
            _ => throw new ArgumentException($"losses.py has a case '{name}' that is not built here.", nameof(name)),
        };
    }
}
