using System.Collections;

namespace TorchSharp.Utils;

/// <summary>
/// The numbers from 0 to size - 1 in random order; the same seed gives the same order each time, and without one every pass differs.
/// </summary>
public sealed class FisherYatesShuffler : IEnumerable<long>
{
    private readonly long size;
    private readonly int? seed;

    public FisherYatesShuffler(long size, int? seed = null)
    {
        this.size = size;
        this.seed = seed;
    }

    public IEnumerator<long> GetEnumerator()
    {
        var random = seed is { } given ? new Random(given) : new Random();
        var order = new long[size];
        for (long i = 0; i < size; i++)
        {
            // TorchSharp's own draw, kept so that a seed gives its order: two 31-bit numbers side by side, reduced to 0..i.
            long high = (long)random.Next() << 32;
            long from = unchecked(high + (uint)random.Next()) % (i + 1);
            order[i] = order[from];
            order[from] = i;
        }
        return ((IEnumerable<long>)order).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
