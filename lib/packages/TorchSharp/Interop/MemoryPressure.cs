namespace TorchSharp.Interop;

/// <summary>
/// Tells the garbage collector how much native memory waits for it: in steps of a megabyte, since telling it costs a good part of
/// what a small operator does.
/// </summary>
internal static class MemoryPressure
{
    private const long Step = 1 << 20;

    private static readonly Lock Telling = new();

    private static long held;
    private static long told;

    /// <summary>Bytes that only the collector will free, or, negative, that were freed.</summary>
    internal static void Add(long bytes)
    {
        long now = Interlocked.Add(ref held, bytes);
        if (Math.Abs(now - Volatile.Read(ref told)) >= Step) Tell();
    }

    private static void Tell()
    {
        lock (Telling)
        {
            long untold = Volatile.Read(ref held) - told;
            told += untold;
            if (untold > 0) GC.AddMemoryPressure(untold);
            else if (untold < 0) GC.RemoveMemoryPressure(-untold);
        }
    }
}
