namespace TorchSharp;

/// <summary>What happened to tensors and packed sequences on the current thread.</summary>
public class ThreadDisposeScopeStatistics
{
    public LifetimeStatistics TensorStatistics => DisposeScopeManager.Current.Tensors;

    public LifetimeStatistics PackedSequenceStatistics => DisposeScopeManager.Current.PackedSequences;

    public long CreatedOutsideScopeCount => Sum(static s => s.CreatedOutsideScopeCount);

    public long DisposedOutsideScopeCount => Sum(static s => s.DisposedOutsideScopeCount);

    public long CreatedInScopeCount => Sum(static s => s.CreatedInScopeCount);

    public long DisposedInScopeCount => Sum(static s => s.DisposedInScopeCount);

    public long AttachedToScopeCount => Sum(static s => s.AttachedToScopeCount);

    public long DetachedFromScopeCount => Sum(static s => s.DetachedFromScopeCount);

    public long ThreadTotalLiveCount => Sum(static s => s.ThreadTotalLiveCount);

    public void Reset()
    {
        TensorStatistics.Reset();
        PackedSequenceStatistics.Reset();
    }

    private long Sum(Func<LifetimeStatistics, long> count) => count(TensorStatistics) + count(PackedSequenceStatistics);
}
