namespace RnnNotebooks.Unrolling;

/// <summary>
/// The numbers that TensorFlow 1 gave a variable whose graph seed and op seed are known: <see cref="Philox"/> with the graph seed as
/// key and the op seed in the counter. With it the tables printed in the TensorFlow tutorials come out again, digit for digit.
/// <para>Source: the tables of "Recurrent Neural Networks" (M. Kersner, Seoul AI Meetup), reproduced to 1e-5 by the tests.</para>
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
public static class TensorFlowRandom
{
    private const uint ExponentOfOne = 0x3F800000, Mantissa = 0x7FFFFF;

    /// <summary>Numbers from the standard normal distribution, as <c>tf.random_normal</c> drew them.</summary>
    /// <param name="count">How many, in the row-major order of the tensor.</param>
    /// <param name="opSeed">The number of the operation in its graph.</param>
    /// <param name="graphSeed">What <c>tf.set_random_seed</c> was given.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static float[] Normal(int count, uint opSeed, uint graphSeed = 42)
    {
        var values = new float[RoundedUp(count)];
        for (var i = 0; i < values.Length; i += 4)
        {
            var (a, b, c, d) = Philox.Words(((uint)(i / 4), 0, opSeed, 0), (graphSeed, 0));
            (values[i], values[i + 1]) = BoxMuller(a, b);
            (values[i + 2], values[i + 3]) = BoxMuller(c, d);
        }

        return values[..count];
    }

    /// <summary>Numbers between two bounds, as <c>tf.random_uniform</c> drew them.</summary>
    /// <param name="count">How many, in the row-major order of the tensor.</param>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The bound that no value reaches.</param>
    /// <param name="opSeed">The number of the operation in its graph.</param>
    /// <param name="graphSeed">What <c>tf.set_random_seed</c> was given.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static float[] Uniform(int count, float low, float high, uint opSeed, uint graphSeed = 42)
    {
        var values = new float[RoundedUp(count)];
        for (var i = 0; i < values.Length; i += 4)
        {
            var (a, b, c, d) = Philox.Words(((uint)(i / 4), 0, opSeed, 0), (graphSeed, 0));
            values[i] = Scale(a);
            values[i + 1] = Scale(b);
            values[i + 2] = Scale(c);
            values[i + 3] = Scale(d);
        }

        return values[..count];

        float Scale(uint word) => (UnitInterval(word) * (high - low)) + low;
    }

    /// <summary>
    /// The kernel that TensorFlow's Glorot initialiser gave a cell: uniform in ±√(6 / (rows + columns)), row-major. For a
    /// <c>BasicRNNCell</c> the first rows belong to the input, the others to the state.
    /// </summary>
    /// <param name="rows">Features plus hidden units.</param>
    /// <param name="columns">Hidden units.</param>
    /// <param name="opSeed">The number of the operation in its graph.</param>
    /// <param name="graphSeed">What <c>tf.set_random_seed</c> was given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static float[] GlorotUniform(int rows, int columns, uint opSeed, uint graphSeed = 42)
    {
        var limit = MathF.Sqrt(6f / (rows + columns));
        return Uniform(rows * columns, -limit, limit, opSeed, graphSeed);
    }

    /// <summary>23 random bits as the mantissa of a float in [1, 2), less one.</summary>
    private static float UnitInterval(uint word) => BitConverter.UInt32BitsToSingle(ExponentOfOne | (word & Mantissa)) - 1f;

    private static (float First, float Second) BoxMuller(uint x0, uint x1)
    {
        const float smallest = 1e-7f; // log 0 would be infinite
        var radius = MathF.Sqrt(-2f * MathF.Log(MathF.Max(UnitInterval(x0), smallest)));
        var angle = 2f * MathF.PI * UnitInterval(x1);
        return (radius * MathF.Sin(angle), radius * MathF.Cos(angle));
    }

    private static int RoundedUp(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return (count + 3) / 4 * 4;
    }
}
