using System.Runtime.CompilerServices;
using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>The same seed gives PyTorch's numbers; golden/random/make.py writes what PyTorch draws.</summary>
public class RandomTests
{
    private static readonly Dictionary<string, Func<Tensor>> Draws = new()
    {
        ["rand"] = () => rand(20),
        ["randn"] = () => randn(20),
        ["randn_double"] = () => randn(5, float64),
        ["randint"] = () => randint(0, 100, new long[] { 10 }),
        ["randperm"] = () => randperm(10),
        ["bernoulli"] = () => empty(10).bernoulli_(0.3),
        ["multinomial"] = () => tensor(new[] { 1f, 2f, 3f }).multinomial(10, true),
        ["rand_double"] = () => rand(5, float64),
        ["rand_shape"] = () => rand(3, 7),
        ["randint_wide"] = () => randint(-5, 1L << 40, new long[] { 6 }, int64),
        ["exponential"] = () => empty(10).exponential_(1.5),
        ["uniform"] = () => empty(10).uniform_(-2, 3),
        ["random"] = () => empty(10).random_(3, 20),
        ["dropout"] = () => nn.functional.dropout(ones(40), 0.3, true),
        ["init uniform"] = () => nn.init.uniform_(empty(4, 5), -1, 2),
        ["init normal"] = () => nn.init.normal_(empty(4, 5), 1, 2),
        ["init trunc_normal"] = () => nn.init.trunc_normal_(empty(4, 5), 0.5, 2, -1, 1.5),
        ["init xavier_uniform"] = () => nn.init.xavier_uniform_(empty(4, 5), 1.5),
        ["init xavier_normal"] = () => nn.init.xavier_normal_(empty(4, 5)),
        ["init kaiming_uniform"] = () => nn.init.kaiming_uniform_(empty(4, 5), Math.Sqrt(5)),
        ["init kaiming_normal"] = () => nn.init.kaiming_normal_(empty(4, 5), mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU),
        ["init orthogonal"] = () => nn.init.orthogonal_(empty(4, 5), 2),
        ["init sparse"] = () => nn.init.sparse_(empty(4, 5), 0.5),
        ["init eye"] = () => nn.init.eye_(empty(4, 5)),
        ["init dirac"] = () => nn.init.dirac_(empty(3, 2, 3)),
        ["init constant"] = () => nn.init.constant_(empty(4), 0.3),
        ["normal"] = () => empty(10).normal_(2, 3),
    };

    public static TheoryData<string> Names() => [.. Draws.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_draws_the_numbers_of_PyTorch(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(Golden()));
        manual_seed(42);
        Assert.Equal(
            golden.RootElement.GetProperty(name).EnumerateArray().Select(e => e.GetDouble()),
            Draws[name]().to(float64).contiguous().data<double>().ToArray());
    }

    [Fact]
    public void A_generator_draws_what_the_default_one_draws_from_the_same_seed()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(7);
        Tensor expected = randn(5);
        using var own = new torch.Generator(7);
        Assert.Equal(expected.data<float>().ToArray(), randn(5, generator: own).data<float>().ToArray());
    }

    [Fact]
    public void A_state_that_is_put_back_draws_again()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor state = get_rng_state();
        float[] first = rand(4).data<float>().ToArray();
        set_rng_state(state);
        Assert.Equal(first, rand(4).data<float>().ToArray());
    }

    private static string Golden([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../golden/random/random.json");
}
