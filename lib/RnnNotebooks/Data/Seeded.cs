namespace RnnNotebooks.Data;

/// <summary>Random numbers that depend on a seed and a position, and on nothing that was drawn before.</summary>
internal static class Seeded
{
    /// <summary>A generator for one position (a step, an epoch); neighbouring positions are unrelated.</summary>
    public static Random Random(int seed, long position)
    {
        // the finaliser of SplitMix64: System.Random mixes neighbouring seeds badly
        var z = unchecked(((ulong)(uint)seed << 32) ^ ((ulong)position * 0x9E3779B97F4A7C15) ^ 0xD1B54A32D192ED03);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return new Random((int)((z ^ (z >> 31)) & 0x7FFFFFFF));
    }
}
