namespace RnnNotebooks.Unrolling;

/// <summary>
/// Philox4x32-10: a generator without a state. Ten rounds of multiplying and mixing turn a counter and a key into four random words,
/// so the n-th number can be had without the n − 1 before it.
/// <para>Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011).</para>
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
public static class Philox
{
    private const int Rounds = 10;
    private const uint MultiplierA = 0xD2511F53, MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9, WeylB = 0xBB67AE85;

    /// <summary>The four words that belong to a 128-bit counter and a 64-bit key.</summary>
    /// <param name="counter">Four words, the least significant first.</param>
    /// <param name="key">Two words.</param>
    public static (uint A, uint B, uint C, uint D) Words((uint A, uint B, uint C, uint D) counter, (uint A, uint B) key)
    {
        var (a, b, c, d) = counter;
        var (keyA, keyB) = key;
        for (var round = 0; round < Rounds; round++)
        {
            var productA = (ulong)MultiplierA * a;
            var productB = (ulong)MultiplierB * c;
            (a, b, c, d) = (High(productB) ^ b ^ keyA, (uint)productB, High(productA) ^ d ^ keyB, (uint)productA);
            keyA += WeylA;
            keyB += WeylB;
        }

        return (a, b, c, d);
    }

    private static uint High(ulong product) => (uint)(product >> 32);
}
