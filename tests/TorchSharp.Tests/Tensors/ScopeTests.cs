using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class ScopeTests
{
    private static readonly ThreadDisposeScopeStatistics Counts = DisposeScopeManager.Statistics;

    [Fact]
    public void An_inner_scope_hands_a_tensor_to_the_outer_one()
    {
        using DisposeScope outer = NewDisposeScope();
        Tensor kept, lost;
        using (DisposeScope inner = NewDisposeScope())
        {
            (kept, lost) = (ones(2), ones(2));
            Assert.Same(inner, CurrentDisposeScope);
            kept.MoveToOuterDisposeScope();
            Assert.Equal([lost], inner.DisposablesView);
        }
        Assert.Same(outer, CurrentDisposeScope);
        Assert.True(lost.IsInvalid);
        Assert.True(outer.Contains(kept));
    }

    [Fact]
    public void Everything_but_what_is_kept_is_disposed_and_the_scope_goes_on()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor[] made = [.. Enumerable.Range(0, 200).Select(_ => ones(2))];
        using var stream = new MemoryStream();
        scope.Attach(stream);

        scope.DisposeEverythingBut(made[3], made[150], stream);

        Assert.Equal(new[] { 3, 150 }, Enumerable.Range(0, 200).Where(i => !made[i].IsInvalid));
        Assert.True(stream.CanRead);
        Assert.Equal(3, scope.DisposablesCount);
        Tensor later = ones(2);
        scope.DisposeEverything();
        Assert.True(later.IsInvalid);
        Assert.False(stream.CanRead);
    }

    [Fact]
    public void A_scope_disposes_in_one_go_what_was_not_disposed_before()
    {
        long alive = LiveTensors.Count();
        using (NewDisposeScope())
        {
            Tensor[] made = [.. Enumerable.Range(0, 1000).Select(_ => ones(2))];
            for (int i = 0; i < made.Length; i += 3) made[i].Dispose();
        }
        Assert.Equal(alive, Tensor.TotalCount);
    }

    [Fact]
    public void Statistics_tell_what_happened_to_the_tensors_of_a_thread()
    {
        Counts.Reset();
        using (DisposeScope scope = NewDisposeScope())
        {
            Tensor[] made = [ones(1), ones(1), ones(1)];
            made[0].DetachFromDisposeScope().Dispose();
            made[1].Dispose();
        }
        ones(1).Dispose();
        Assert.Equal((3, 2, 1), (Counts.CreatedInScopeCount, Counts.DisposedInScopeCount, Counts.DetachedFromScopeCount));
        Assert.Equal((1, 2, 0), (Counts.CreatedOutsideScopeCount, Counts.DisposedOutsideScopeCount, Counts.ThreadTotalLiveCount));
    }

    [Fact]
    public void A_tensor_of_a_scope_can_be_disposed_by_another_thread()
    {
        long alive = LiveTensors.Count();
        using (DisposeScope scope = NewDisposeScope())
        {
            Tensor[] made = [.. Enumerable.Range(0, 100).Select(_ => ones(2))];
            OnAnotherThread(() => Array.ForEach(made, one => one.Dispose()));
            Assert.All(made, one => Assert.True(one.IsInvalid));
            Assert.Equal(2f, (ones(2) + 1)[0].item<float>());
        }
        Assert.Equal(alive, Tensor.TotalCount);
    }

    [Fact]
    public void A_scope_closed_by_another_thread_is_no_longer_the_innermost()
    {
        using DisposeScope outer = NewDisposeScope();
        DisposeScope inner = NewDisposeScope();
        Tensor made = ones(2);

        OnAnotherThread(inner.Dispose);

        Assert.True(made.IsInvalid);
        Assert.Same(outer, CurrentDisposeScope);
        Assert.True(outer.Contains(ones(2)));
    }

    private static void OnAnotherThread(Action work)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(work));
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }
}
