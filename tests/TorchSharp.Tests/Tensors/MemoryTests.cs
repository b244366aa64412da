using System.Globalization;
using System.Runtime.CompilerServices;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class MemoryTests(ITestOutputHelper output)
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void Twenty_thousand_steps_in_a_scope_leave_memory_and_counts_as_they_were()
    {
        using Tensor x = randn(3, 4, 2), wx = randn(2, 8, requires_grad: true), wh = randn(8, 8, requires_grad: true);
        LiveTensors.Count(); // takes what the tests before this one forgot
        int collections = GC.CollectionCount(0);
        while (GC.CollectionCount(0) == collections) Train(x, wx, wh); // warm is who has once gone through all of the youngest generation
        long count = Tensor.TotalCount, resident = Resident();
        for (int step = 0; step < 20_000; step++) Train(x, wx, wh);
        Assert.Equal(count, Tensor.TotalCount);
        long grown = Resident() - resident;
        output.WriteLine($"20,000 steps: {resident / Megabyte} MB resident after the warm-up, {grown / 1024.0:F0} kB more at the end.");
        Assert.True(grown < 10 * Megabyte, $"resident memory grew by {grown / Megabyte} MB");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_no_scope_owns_and_nobody_remembers_is_freed_by_the_collector(bool leavesScope)
    {
        long before = Resident();
        if (leavesScope) ForgetOutside(3000);
        else Forget(3000);
        long grown = Resident() - before;
        Assert.True(grown < 1000 * Megabyte, $"3,000 forgotten tensors of a megabyte hold {grown / Megabyte} MB");
    }

    [Fact]
    public void Forgotten_tensors_leave_the_count()
    {
        Forget(1);
        long before = LiveTensors.Count();
        Forget(50);
        long after = LiveTensors.Count();
        Assert.True(after <= before, $"{after - before} tensors are still counted");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(int tensors)
    {
        for (int i = 0; i < tensors; i++) _ = ones(1 << 18);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ForgetOutside(int tensors)
    {
        for (int i = 0; i < tensors; i++)
        {
            using DisposeScope scope = NewDisposeScope();
            _ = ones(1 << 18).MoveToOuterDisposeScope();
        }
    }

    private static void Train(Tensor x, Tensor wx, Tensor wh)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor h = zeros(4, 8);
        for (int t = 0; t < 3; t++) h = (x[t].mm(wx) + h.mm(wh)).tanh();
        (h * h).mean().backward();
        using IDisposable unrecorded = no_grad();
        foreach (Tensor p in new[] { wx, wh })
        {
            p.add_(p.grad!, -0.01);
            p.grad!.zero_();
        }
    }

    private static long Resident() =>
        1024 * long.Parse(
            File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(':')[1].Replace("kB", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture);
}
