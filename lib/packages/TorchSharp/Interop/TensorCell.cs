using System.Runtime.ConstrainedExecution;

namespace TorchSharp.Interop;

/// <summary>
/// Owns one reference to a native tensor, counts who uses it, and frees it after the last of them: a tensor that is disposed on
/// one thread while another computes with it is freed when that computation ends. A safe handle in all but one respect: cells are
/// used again, because making an object with a finalizer costs as much as a small operator. A version tells a cell's tensors apart.
/// </summary>
internal sealed unsafe class TensorCell : CriticalFinalizerObject
{
    private const int PoolSize = 4096;

    [ThreadStatic]
    private static Stack<TensorCell>? pool;

    private static long live;
    private static long peak;

    private IntPtr native;
    private int pressure;

    /// <summary>The version in the upper half, the number of users, the owner included, in the lower one.</summary>
    private long state = 1L << 32;

    private TensorCell()
    {
    }

    ~TensorCell()
    {
        if (native != IntPtr.Zero) Release(Forget());
    }

    internal static long Live => Interlocked.Read(ref live);

    internal static long Peak => Interlocked.Read(ref peak);

    /// <summary>The pointer, only for use between <see cref="TryHold"/> and <see cref="LetGo"/>.</summary>
    internal IntPtr Pointer => native;

    /// <summary>A cell for a native tensor: one that was let go is used again.</summary>
    /// <param name="tensor">The native tensor, whose reference the cell takes over.</param>
    /// <param name="pressure">Bytes that the garbage collector is told about: of tensors that no dispose scope will free.</param>
    /// <param name="version">What tells this use of the cell from others.</param>
    internal static TensorCell Take(IntPtr tensor, int pressure, out int version)
    {
        if (pool is null || !pool.TryPop(out TensorCell? cell)) cell = new TensorCell();
        cell.native = tensor;
        cell.pressure = pressure;
        version = (int)(cell.state >> 32);
        Volatile.Write(ref cell.state, ((long)version << 32) | 1);
        long count = Interlocked.Increment(ref live);
        if (count > peak) peak = count;
        if (pressure > 0) MemoryPressure.Add(pressure);
        return cell;
    }

    /// <summary>Tells the collector of a tensor that no scope frees any longer.</summary>
    internal void Press(long bytes)
    {
        if (pressure > 0) return;
        pressure = (int)Math.Min(bytes, int.MaxValue);
        MemoryPressure.Add(pressure);
    }

    /// <summary>Counts a user in; false when the tensor of that version is gone.</summary>
    internal bool TryHold(int version)
    {
        long seen = Volatile.Read(ref state);
        while ((int)(seen >> 32) == version && (uint)seen != 0)
        {
            long before = Interlocked.CompareExchange(ref state, seen + 1, seen);
            if (before == seen) return true;
            seen = before;
        }
        return false;
    }

    /// <summary>Counts a user out; the last one frees the tensor.</summary>
    internal void LetGo()
    {
        IntPtr unused = Leave();
        if (unused != IntPtr.Zero) Release(unused);
    }

    /// <summary>Counts a user out and leaves the cell to the next after the last of them.</summary>
    /// <returns>The native tensor if nobody uses it any more: the caller releases it.</returns>
    internal IntPtr Leave()
    {
        if ((uint)Interlocked.Decrement(ref state) != 0) return IntPtr.Zero;
        IntPtr unused = Forget();
        long next = (state >> 32) + 1;
        Volatile.Write(ref state, (next >= int.MaxValue ? 1 : next) << 32);
        Stack<TensorCell> cells = pool ??= new Stack<TensorCell>(PoolSize);
        if (cells.Count < PoolSize) cells.Push(this);
        return unused;
    }

    private static void Release(IntPtr tensor) => Native.rt_release(&tensor, 1);

    private IntPtr Forget()
    {
        IntPtr tensor = native;
        native = IntPtr.Zero;
        Interlocked.Decrement(ref live);
        if (pressure > 0) MemoryPressure.Add(-pressure);
        return tensor;
    }
}
