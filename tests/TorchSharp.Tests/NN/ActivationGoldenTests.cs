using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public class ActivationGoldenTests
{
    private const string File = "nn/activations.json";

    public static TheoryData<string, string> Activations => Golden.Ids(File);

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_computes_and_differentiates_as_in_PyTorch(string id, string dtype)
    {
        using var scope = NewDisposeScope();
        var item = Golden.Find(File, id, dtype);
        var layer = Build(id, Golden.Type(dtype));
        var input = Golden.Inputs(item)[0];

        var output = layer.call(input);

        Golden.Same(item.GetProperty("outputs")[0], output, "the output");
        Golden.Backward([output]);
        Golden.Same(item.GetProperty("inputGrads")[0], input.grad, "the input's gradient");
        if (item.TryGetProperty("grads", out var grads))
        {
            Golden.SameGradients(grads, layer);
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_of_an_empty_batch_is_empty_and_so_is_its_gradient(string id, string dtype)
    {
        using var scope = NewDisposeScope();
        var layer = Build(id, Golden.Type(dtype));
        var input = zeros(0, 4, Golden.Type(dtype), requires_grad: true);

        var output = layer.call(input);

        Assert.Equal(0, output.numel());
        Golden.Backward([output]);
        Assert.Equal(new long[] { 0, 4 }, input.grad!.shape);
    }

    [Theory]
    [InlineData("ReLU")]
    [InlineData("SiLU")]
    [InlineData("Tanh")]
    [InlineData("Sigmoid")]
    [InlineData("LeakyReLU")]
    [InlineData("Hardswish")]
    [InlineData("Mish")]
    public void An_activation_in_place_changes_its_input(string name)
    {
        using var scope = NewDisposeScope();
        var item = Golden.Find(File, name, "float64");
        nn.Module<Tensor, Tensor> layer = name switch
        {
            "ReLU" => nn.ReLU(inplace: true),
            "SiLU" => nn.SiLU(inplace: true),
            "Tanh" => nn.Tanh(inplace: true),
            "Sigmoid" => nn.Sigmoid(inplace: true),
            "LeakyReLU" => nn.LeakyReLU(inplace: true),
            "Hardswish" => nn.Hardswish(inplace: true),
            _ => nn.Mish(inplace: true),
        };
        var input = Golden.Inputs(item)[0].detach();

        layer.call(input);

        Golden.Same(item.GetProperty("outputs")[0], input, "the input afterwards");
    }

    private static nn.Module<Tensor, Tensor> Build(string id, ScalarType type)
    {
        var rrelu = nn.RReLU();
        rrelu.eval();
        return id switch
        {
            "CELU" => nn.CELU(),
            "CELU alpha" => nn.CELU(0.5),
            "ELU" => nn.ELU(),
            "ELU alpha" => nn.ELU(0.7),
            "GELU" => nn.GELU(),
            "GELU tanh" => nn.GELU(Modules.GELU.Approximate.tanh),
            "GLU" => nn.GLU(),
            "GLU first" => nn.GLU(0),
            "Hardshrink" => nn.Hardshrink(),
            "Hardsigmoid" => nn.Hardsigmoid(),
            "Hardswish" => nn.Hardswish(),
            "Hardtanh" => nn.Hardtanh(),
            "Hardtanh wide" => nn.Hardtanh(-2, 0.5),
            "LeakyReLU" => nn.LeakyReLU(),
            "LeakyReLU slope" => nn.LeakyReLU(0.2),
            "LogSigmoid" => nn.LogSigmoid(),
            "LogSoftmax" => nn.LogSoftmax(1),
            "Mish" => nn.Mish(),
            "PReLU" => nn.PReLU(4, 0.3, dtype: type),
            "ReLU" => nn.ReLU(),
            "ReLU6" => nn.ReLU6(),
            "RReLU eval" => rrelu,
            "SELU" => nn.SELU(),
            "SiLU" => nn.SiLU(),
            "Sigmoid" => nn.Sigmoid(),
            "Softmax" => nn.Softmax(1),
            "Softmax first" => nn.Softmax(0),
            "Softmin" => nn.Softmin(1),
            "Softplus" => nn.Softplus(),
            "Softplus beta" => nn.Softplus(2.0, 3.0),
            "Softshrink" => nn.Softshrink(),
            "Softshrink lambda" => nn.Softshrink(0.2),
            "Softsign" => nn.Softsign(),
            "Tanh" => nn.Tanh(),
            "Tanhshrink" => nn.Tanhshrink(),
            "Threshold" => nn.Threshold(0.1, -3.0),
            _ => throw new ArgumentException($"activations.py has a case '{id}' that is not built here.", nameof(id)),
        };
    }
}
