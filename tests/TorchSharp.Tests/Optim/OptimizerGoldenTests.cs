using System.Text.Json;
using TorchSharp.Modules;
using TorchSharp.Tests.NN;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

public class OptimizerGoldenTests
{
    private const string File = "optim/steps.json";

    public static TheoryData<string, string> Optimizers => Golden.Ids(File);

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void An_optimizer_changes_parameters_as_in_PyTorch(string id, string dtype)
    {
        using var scope = NewDisposeScope();
        var type = Golden.Type(dtype);
        var parameters = new[]
        {
            new Parameter(linspace(-1, 1, 6, dtype: type).reshape(2, 3)),
            new Parameter(linspace(-1, 1, 4, dtype: type)),
        };
        using var optimizer = Build(id, parameters);
        var after = Golden.Find(File, id, dtype).GetProperty("after");
        int last = after.EnumerateObject().Max(entry => int.Parse(entry.Name));

        for (int t = 1; t <= last; t++)
        {
            for (int k = 0; k < parameters.Length; k++)
            {
                parameters[k].grad = Gradient(k, t, parameters[k]);
            }
            optimizer.step();
            if (after.TryGetProperty(t.ToString(), out var expected))
            {
                Compare(expected, parameters, type, t);
            }
        }
    }

    internal static Tensor Gradient(int k, int t, Tensor like) =>
        ((arange(like.numel(), dtype: ScalarType.Float64) + (t + k)).cos() / (k + 1)).to(like.dtype).reshape(like.shape);

    private static void Compare(JsonElement expected, Parameter[] parameters, ScalarType type, int t)
    {
        for (int k = 0; k < parameters.Length; k++)
        {
            Golden.Values(
                expected[k].EnumerateArray().Select(value => value.GetDouble()).ToArray(),
                parameters[k].detach().to(ScalarType.Float64).data<double>().ToArray(),
                type == ScalarType.Float32 ? 1e-5 : 1e-10, $"parameter {k} after step {t}");
        }
    }

    internal static optim.Optimizer Build(string id, Parameter[] p) => id switch
    {
        "SGD" => optim.SGD(p, 0.1),
        "SGD momentum" => optim.SGD(p, 0.1, momentum: 0.9),
        "SGD dampening decay" => optim.SGD(p, 0.1, momentum: 0.8, dampening: 0.3, weight_decay: 0.05),
        "SGD nesterov" => optim.SGD(p, 0.1, momentum: 0.9, nesterov: true, weight_decay: 0.01),
        "SGD maximize" => optim.SGD(p, 0.1, momentum: 0.9, maximize: true),
        "Adam" => optim.Adam(p, 0.01),
        "Adam decay" => optim.Adam(p, 0.02, 0.8, 0.95, 1e-6, 0.1),
        "Adam amsgrad" => optim.Adam(p, 0.05, 0.5, 0.6, amsgrad: true),
        "Adam maximize" => optim.Adam(p, 0.01, maximize: true),
        "AdamW" => optim.AdamW(p, 0.01, 0.9, 0.999, weight_decay: 0.1),
        "AdamW amsgrad" => optim.AdamW(p, 0.05, 0.5, 0.6, weight_decay: 0.01, amsgrad: true),
        "RMSProp" => optim.RMSProp(p, 0.01),
        "RMSProp centered" => optim.RMSProp(p, 0.01, alpha: 0.9, momentum: 0.5, centered: true, weight_decay: 0.1),
        "Adagrad" => optim.Adagrad(p, 0.1),
        "Adagrad decay" => optim.Adagrad(p, 0.1, 0.1, 0.1, 0.2),
        "Adadelta" => optim.Adadelta(p, 1.0),
        "Adadelta decay" => optim.Adadelta(p, 0.5, 0.8, 1e-4, 0.1),
        "SGD groups" => optim.SGD(
            new[] { new SGD.ParamGroup(new[] { p[0] }, new SGD.Options { LearningRate = 0.05 }), new SGD.ParamGroup(new[] { p[1] }, new SGD.Options { weight_decay = 0.2 }) },
            0.1, momentum: 0.5),
        "Adam groups" => optim.Adam(
            new[] { new Adam.ParamGroup(new[] { p[0] }, new Adam.Options { LearningRate = 0.05 }), new Adam.ParamGroup(new[] { p[1] }, new Adam.Options { weight_decay = 0.2 }) },
            0.01),
        "AdamW groups" => optim.AdamW(
            new[] { new AdamW.ParamGroup(new[] { p[0] }, new AdamW.Options { LearningRate = 0.05 }), new AdamW.ParamGroup(new[] { p[1] }, new AdamW.Options { weight_decay = 0.2 }) },
            0.01, weight_decay: 0.01),
        "RMSProp groups" => optim.RMSProp(
            new[] { new RMSProp.ParamGroup(new[] { p[0] }, new RMSProp.Options { LearningRate = 0.05 }), new RMSProp.ParamGroup(new[] { p[1] }, new RMSProp.Options { weight_decay = 0.2 }) },
            0.01, momentum: 0.5),
        "Adagrad groups" => optim.Adagrad(
            new[] { new Adagrad.ParamGroup(new[] { p[0] }, new Adagrad.Options { LearningRate = 0.05 }), new Adagrad.ParamGroup(new[] { p[1] }, new Adagrad.Options { weight_decay = 0.2 }) },
            0.1),
        "Adadelta groups" => optim.Adadelta(
            new[] { new Adadelta.ParamGroup(new[] { p[0] }, new Adadelta.Options { LearningRate = 0.05 }), new Adadelta.ParamGroup(new[] { p[1] }, new Adadelta.Options { weight_decay = 0.2 }) },
            1.0),
        _ => throw new ArgumentException($"make.py has a case '{id}' that is not built here.", nameof(id)),
    };
}
