using TorchSharp;
using static TorchSharp.torch;

namespace TorchBenchmarks;

/// <summary>Our side: the same steps as side.py and side.cpp.</summary>
internal static class Cases
{
    internal static readonly IReadOnlyList<(string Name, int Steps)> All =
    [
        ("scratch-100x28x28-128", 3),
        ("scratch-16x50x8-16", 15),
        ("lstm-100x28x28-128", 3),
        ("gru-16x50x8-16", 40),
        ("mm-16x16", 10_000),
    ];

    internal static Dictionary<string, Action> Build() => new()
    {
        ["scratch-100x28x28-128"] = Scratch(100, 28, 28, 128),
        ["scratch-16x50x8-16"] = Scratch(16, 50, 8, 16),
        ["lstm-100x28x28-128"] = Lstm(100, 28, 28, 128),
        ["gru-16x50x8-16"] = Gru(16, 50, 8, 16),
        ["mm-16x16"] = Mm(),
    };

    private static Action Scratch(long batch, int steps, long features, long hidden)
    {
        Tensor x = randn(steps, batch, features);
        Tensor wx = (randn(features, 4 * hidden) * 0.1f).requires_grad_();
        Tensor wh = (randn(hidden, 4 * hidden) * 0.1f).requires_grad_();
        Tensor b = zeros(4 * hidden, requires_grad: true);
        Tensor[] parameters = [wx, wh, b];
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor h = zeros(batch, hidden);
            Tensor c = zeros(batch, hidden);
            for (int t = 0; t < steps; t++)
            {
                Tensor[] gates = (x[t].mm(wx) + h.mm(wh) + b).chunk(4, 1);
                c = (gates[1].sigmoid() * c) + (gates[0].sigmoid() * gates[2].tanh());
                h = gates[3].sigmoid() * c.tanh();
            }
            Train((h * h).mean(), parameters);
        };
    }

    private static Action Lstm(long batch, long steps, long features, long hidden)
    {
        Tensor x = randn(batch, steps, features);
        var module = nn.LSTM(features, hidden, batchFirst: true);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor y = module.call(x).Item1;
            Train((y * y).mean(), module.parameters());
        };
    }

    private static Action Gru(long batch, long steps, long features, long hidden)
    {
        Tensor x = randn(batch, steps, features);
        var module = nn.GRU(features, hidden, batchFirst: true);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor y = module.call(x).Item1;
            Train((y * y).mean(), module.parameters());
        };
    }

    private static Action Mm()
    {
        Tensor a = randn(16, 16), b = randn(16, 16);
        return () => a.mm(b).Dispose();
    }

    private static void Train(Tensor loss, IEnumerable<Tensor> parameters)
    {
        loss.backward();
        using IDisposable unrecorded = no_grad();
        foreach (Tensor p in parameters)
        {
            Tensor grad = p.grad!;
            p.add_(grad, -0.01);
            grad.zero_();
        }
    }
}
