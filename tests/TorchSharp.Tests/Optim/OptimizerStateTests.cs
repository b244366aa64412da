using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

public class OptimizerStateTests
{
    public static TheoryData<string> Kinds => new() { "SGD momentum", "Adam amsgrad", "AdamW", "RMSProp centered", "Adagrad decay", "Adadelta", "Adam groups" };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_saved_optimizer_goes_on_as_if_it_had_never_stopped(string kind)
    {
        using var scope = NewDisposeScope();
        var (one, other) = (Parameters(), Parameters());
        var first = (OptimizerHelper)OptimizerGoldenTests.Build(kind, one);
        var second = (OptimizerHelper)OptimizerGoldenTests.Build(kind, other);
        Step(first, one, 1, 4);
        Copy(one, other);
        using var file = new MemoryStream();

        first.save_state_dict(new BinaryWriter(file));
        file.Position = 0;
        second.load_state_dict(new BinaryReader(file));

        Step(first, one, 5, 7);
        Step(second, other, 5, 7);
        Same(one, other);
        Assert.All(first.state_dict().State.Zip(second.state_dict().State), pair => Assert.True(pair.First.ApproximatelyEquals(pair.Second)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_loaded_state_is_a_copy(string kind)
    {
        using var scope = NewDisposeScope();
        var (one, other) = (Parameters(), Parameters());
        var first = (OptimizerHelper)OptimizerGoldenTests.Build(kind, one);
        var second = (OptimizerHelper)OptimizerGoldenTests.Build(kind, other);
        Step(first, one, 1, 3);
        Copy(one, other);

        second.load_state_dict(first.state_dict());
        first.Dispose();

        Step(second, other, 4, 5);
        Assert.All(other, parameter => Assert.False(parameter.isnan().any().item<bool>()));
    }

    [Fact]
    public void A_state_of_another_optimizer_is_refused()
    {
        using var scope = NewDisposeScope();
        using var file = new MemoryStream();
        optim.Adam(Parameters()).save_state_dict(new BinaryWriter(file));
        file.Position = 0;

        var error = Assert.Throws<InvalidDataException>(() => optim.SGD(Parameters(), 0.1).load_state_dict(new BinaryReader(file)));

        Assert.Equal("The file holds the state of 'Adam', but the optimizer is SGD.", error.Message);
    }

    [Fact]
    public void A_state_in_memory_of_another_optimizer_is_refused()
    {
        using var scope = NewDisposeScope();

        var error = Assert.Throws<ArgumentException>(() => optim.Adam(Parameters()).load_state_dict(optim.AdamW(Parameters()).state_dict()));

        Assert.StartsWith("The state is that of AdamW, but the optimizer is Adam.", error.Message);
    }

    [Fact]
    public void A_truncated_state_is_refused_wherever_it_ends()
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters();
        var adam = optim.Adam(parameters);
        Step(adam, parameters, 1, 2);
        using var file = new MemoryStream();
        adam.save_state_dict(new BinaryWriter(file));
        var bytes = file.ToArray();

        for (int length = 0; length < bytes.Length; length += 7)
        {
            using var part = new MemoryStream(bytes, 0, length);
            Assert.Throws<InvalidDataException>(() => adam.load_state_dict(new BinaryReader(part)));
        }
    }

    [Fact]
    public void Parameters_without_a_gradient_are_left_alone()
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters();
        var adam = optim.Adam(parameters, 0.1);
        var before = parameters[1].detach().clone();
        parameters[0].grad = ones_like(parameters[0]);

        adam.step();
        parameters[1].grad = ones_like(parameters[1]);
        adam.step();

        var first = (Adam.State)adam.state_dict().State[0];
        var second = (Adam.State)adam.state_dict().State[1];
        Assert.Equal((2L, 1L), (first.step, second.step));
        Assert.Equal(before.data<double>()[0] - 0.1, parameters[1].detach().data<double>()[0], 6);
    }

    [Fact]
    public void Zero_grad_fills_gradients_with_zeros()
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters();
        var sgd = optim.SGD(parameters, 0.1);
        parameters[0].grad = ones_like(parameters[0]);

        sgd.zero_grad();

        Assert.Equal(0, parameters[0].grad!.sum().item<double>());
        Assert.Null(parameters[1].grad);
    }

    [Fact]
    public void The_closure_runs_with_gradients_and_its_loss_comes_back()
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters();
        var sgd = optim.SGD(parameters, 0.1);

        var loss = sgd.step(() =>
        {
            sgd.zero_grad();
            var value = parameters[0].square().sum();
            value.backward();
            return value;
        });

        Assert.Equal(2.8, loss!.item<double>(), 10);
        Assert.Equal(-0.8, parameters[0].detach().data<double>()[0], 10);
    }

    [Fact]
    public void An_optimizer_without_parameters_says_what_to_look_for()
    {
        Assert.Contains("RegisterComponents", Assert.Throws<ArgumentException>(() => optim.SGD(Array.Empty<Parameter>(), 0.1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sparse_gradient_changes_the_parameter_as_a_dense_one_does()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var sparse = nn.Embedding(5, 2, sparse: true);
        manual_seed(1);
        var dense = nn.Embedding(5, 2);

        foreach (var embedding in new[] { sparse, dense })
        {
            var sgd = optim.SGD(embedding.parameters(), 0.1, momentum: 0.9);
            for (int step = 0; step < 3; step++)
            {
                sgd.zero_grad();
                embedding.call(tensor(new long[] { 1, 1, 3 })).square().sum().backward();
                sgd.step();
            }
        }

        Assert.True(sparse.weight.grad!.is_sparse);
        Assert.True(sparse.weight.allclose(dense.weight));
    }

    [Fact]
    public void Steps_leave_no_tensors_behind()
    {
        var parameters = Parameters();
        using var adam = optim.Adam(parameters, 0.1);
        parameters[0].grad = ones_like(parameters[0]);
        parameters[1].grad = ones_like(parameters[1]);
        adam.step();
        long before = LiveTensors.Count();

        for (int i = 0; i < 50; i++)
        {
            adam.step();
            adam.zero_grad();
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    private static Parameter[] Parameters() => new[]
    {
        new Parameter(linspace(-1, 1, 6, dtype: ScalarType.Float64).reshape(2, 3)),
        new Parameter(linspace(-1, 1, 4, dtype: ScalarType.Float64)),
    };

    private static void Step(optim.Optimizer optimizer, Parameter[] parameters, int from, int to)
    {
        for (int t = from; t <= to; t++)
        {
            for (int k = 0; k < parameters.Length; k++)
            {
                parameters[k].grad = OptimizerGoldenTests.Gradient(k, t, parameters[k]);
            }
            optimizer.step();
        }
    }

    private static void Copy(Parameter[] from, Parameter[] to)
    {
        using var _ = no_grad();
        for (int k = 0; k < from.Length; k++)
        {
            to[k].copy_(from[k]);
        }
    }

    private static void Same(Parameter[] expected, Parameter[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.True(pair.First.allclose(pair.Second, rtol: 0, atol: 1e-14)));
}
