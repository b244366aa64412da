using System.Text.Json;
using TorchSharp.Modules;
using TorchSharp.Tests.NN;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Tests.Optim;

public class SchedulerGoldenTests
{
    private const string File = "optim/schedules.json";

    public static TheoryData<string> Schedules => Ids(item => !item.TryGetProperty("metrics", out _));

    public static TheoryData<string> Plateaus => Ids(item => item.TryGetProperty("metrics", out _));

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_schedule_gives_PyTorchs_learning_rates_and_momenta(string id)
    {
        var item = Find(id);
        using var optimizer = TwoGroups();
        var scheduler = Build(id, optimizer);
        int epoch = 0;

        foreach (var rates in item.GetProperty("rates").EnumerateArray())
        {
            var groups = optimizer.ParamGroups.ToArray();
            Golden.Values(Numbers(rates), groups.Select(group => group.LearningRate).ToArray(), 1e-12, $"the rate of epoch {epoch} of group");
            Golden.Values(Numbers(rates), scheduler.get_last_lr().ToArray(), 1e-12, $"the last rate of epoch {epoch} of group");
            Golden.Values(
                Numbers(item.GetProperty("momenta")[epoch]), groups.Select(group => ((IMomentum)group).Momentum).ToArray(), 1e-12,
                $"the momentum of epoch {epoch} of group");
            optimizer.step();
            scheduler.step();
            epoch++;
        }
    }

    [Theory]
    [MemberData(nameof(Plateaus))]
    public void A_plateau_lowers_the_rate_as_in_PyTorch(string id)
    {
        var item = Find(id);
        using var optimizer = SGD(new[] { new Parameter(zeros(1)) }, 1.0);
        var scheduler = id switch
        {
            "ReduceLROnPlateau" => ReduceLROnPlateau(optimizer, factor: 0.5, patience: 1),
            "ReduceLROnPlateau cooldown" => ReduceLROnPlateau(optimizer, factor: 0.1, patience: 0, cooldown: 2, min_lr: new[] { 0.05 }),
            _ => ReduceLROnPlateau(optimizer, mode: "max", factor: 0.5, patience: 1, threshold: 0.01, threshold_mode: "abs"),
        };
        int epoch = 0;

        foreach (var metric in item.GetProperty("metrics").EnumerateArray())
        {
            scheduler.step(metric.GetDouble());
            Golden.Values(Numbers(item.GetProperty("rates")[epoch]), scheduler.get_last_lr().ToArray(), 1e-12, $"the rate of epoch {epoch++}");
        }
    }

    [Fact]
    public void A_plateau_without_a_value_says_how_to_call_it()
    {
        using var optimizer = SGD(new[] { new Parameter(zeros(1)) }, 1.0);

        Assert.Contains("step(loss)", Assert.Throws<NotSupportedException>(ReduceLROnPlateau(optimizer).step).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_cycle_moves_Adams_first_decay_rate()
    {
        using var optimizer = Adam(new[] { new Parameter(zeros(1)) }, 0.1);

        var scheduler = OneCycleLR(optimizer, 1.0, total_steps: 10);

        Assert.Equal((0.95, 0.999), optimizer.Betas);
        scheduler.step();
        Assert.True(optimizer.Betas.Item1 < 0.95);
    }

    [Fact]
    public void A_schedule_can_be_sent_to_an_epoch()
    {
        using var optimizer = SGD(new[] { new Parameter(zeros(1)) }, 1.0);
        var scheduler = StepLR(optimizer, 3, 0.5);

        scheduler.step((int?)7);

        Assert.Equal(0.25, optimizer.ParamGroups.Single().LearningRate, 12);
    }

    private static SGD TwoGroups() => SGD(
        new[]
        {
            new SGD.ParamGroup { Parameters = new[] { new Parameter(zeros(1)) } },
            new SGD.ParamGroup(new[] { new Parameter(zeros(1)) }, new SGD.Options { LearningRate = 0.2 }),
        },
        1.0, momentum: 0.9);

    private static LRScheduler Build(string id, optim.Optimizer o) => id switch
    {
        "StepLR" => StepLR(o, 3, 0.5),
        "MultiStepLR" => MultiStepLR(o, new[] { 2, 5, 6 }, 0.3),
        "ExponentialLR" => ExponentialLR(o, 0.9),
        "CosineAnnealingLR" => CosineAnnealingLR(o, 5, 0.01),
        "LambdaLR" => LambdaLR(o, epoch => Math.Pow(0.95, epoch) + epoch / 100.0),
        "MultiplicativeLR" => MultiplicativeLR(o, epoch => 1 - epoch / 50.0),
        "ConstantLR" => ConstantLR(o, 0.25, 4),
        "LinearLR" => LinearLR(o, 0.3, 0.9, 6),
        "PolynomialLR" => PolynomialLR(o, 6, 2.0),
        "OneCycleLR" => OneCycleLR(o, 1.5, total_steps: 13),
        "OneCycleLR linear" => OneCycleLR(
            o, 1.5, epochs: 3, steps_per_epoch: 4, pct_start: 0.4, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear, div_factor: 10, final_div_factor: 100),
        "OneCycleLR three phases" => OneCycleLR(o, 1.5, total_steps: 13, three_phase: true),
        "CyclicLR" => CyclicLR(o, 0.1, 0.9, step_size_up: 3),
        "CyclicLR triangular2" => CyclicLR(o, 0.1, 0.9, step_size_up: 2, step_size_down: 3, mode: impl.CyclicLR.Mode.Triangular2),
        "CyclicLR exponential" => CyclicLR(o, 0.1, 0.9, step_size_up: 2, mode: impl.CyclicLR.Mode.ExpRange, gamma: 0.9, cycle_momentum: false),
        "SequentialLR" => SequentialLR(o, new[] { ConstantLR(o, 0.1, 2), ExponentialLR(o, 0.9) }, new[] { 4 }),
        "ChainedLR" => ChainedLR(new[] { ConstantLR(o, 0.1, 2), ExponentialLR(o, 0.9) }),
        _ => throw new ArgumentException($"make.py has a schedule '{id}' that is not built here.", nameof(id)),
    };

    private static JsonElement Find(string id) => Golden.Cases(File).Single(item => Golden.Text(item, "id") == id);

    private static double[] Numbers(JsonElement list) => list.EnumerateArray().Select(value => value.GetDouble()).ToArray();

    private static TheoryData<string> Ids(Func<JsonElement, bool> wanted)
    {
        var data = new TheoryData<string>();
        foreach (var item in Golden.Cases(File).Where(wanted))
        {
            data.Add(Golden.Text(item, "id"));
        }
        return data;
    }
}
