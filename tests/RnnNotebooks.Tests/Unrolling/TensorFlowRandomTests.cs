using RnnNotebooks.Unrolling;

namespace RnnNotebooks.Tests.Unrolling;

public class TensorFlowRandomTests
{
    private static readonly float[][] s_x0 = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 0, 1]];
    private static readonly float[][] s_x1 = [[9, 8, 7], [0, 0, 0], [6, 5, 4], [3, 2, 1]];

    [Fact]
    public void Philox_gives_the_words_that_its_authors_publish()
    {
        // known answers of the authors' Random123 library, kat_vectors, philox4x32 with 10 rounds
        Assert.Equal((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u), Philox.Words((0, 0, 0, 0), (0, 0)));
        Assert.Equal(
            (0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu),
            Philox.Words((uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue), (uint.MaxValue, uint.MaxValue)));
        Assert.Equal(
            (0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u),
            Philox.Words((0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344), (0xa4093822, 0x299f31d0)));
    }

    [Fact]
    public void The_tables_of_the_network_written_by_hand_come_out_again() =>
        AssertTables("manual", TensorFlowRandom.Normal(3 * 5, opSeed: 5), TensorFlowRandom.Normal(5 * 5, opSeed: 14));

    [Theory]
    [InlineData("static", 20)]
    [InlineData("static-one-input", 22)]
    [InlineData("dynamic", 77)]
    public void The_tables_of_the_built_in_cell_come_out_again(string table, uint opSeed)
    {
        var kernel = TensorFlowRandom.GlorotUniform(3 + 5, 5, opSeed);
        AssertTables(table, kernel[..15], kernel[15..]);
    }

    [Fact]
    public void The_published_example_with_sequence_lengths_comes_out_again()
    {
        var kernel = TensorFlowRandom.GlorotUniform(3 + 5, 5, opSeed: 106);
        var y0 = Step([s_x0[0]], null, kernel[..15], kernel[15..]);
        Golden.AssertClose([-0.9123188f, 0.16516446f, 0.5548655f, -0.39159346f, 0.20846416f], y0[0]);
    }

    [Fact]
    public void The_first_numbers_of_a_long_row_are_those_of_a_short_one() =>
        Assert.Equal(TensorFlowRandom.Normal(7, 5), TensorFlowRandom.Normal(100, 5)[..7]);

    [Fact]
    public void A_negative_count_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TensorFlowRandom.Uniform(-1, 0, 1, 5));

    private static void AssertTables(string name, float[] wx, float[] wh)
    {
        var tables = Golden.Read("tensorflow-tables/tables.json").GetProperty(name);
        var y0 = Step(s_x0, null, wx, wh);
        var y1 = Step(s_x1, y0, wx, wh);
        Golden.AssertClose(tables.GetProperty("Y0").Floats(), y0.SelectMany(row => row).ToArray());
        Golden.AssertClose(tables.GetProperty("Y1").Floats(), y1.SelectMany(row => row).ToArray());
    }

    /// <summary>tanh(x Wx + h Wh), written out so that nothing but the random numbers is tested.</summary>
    private static float[][] Step(float[][] x, float[][]? h, float[] wx, float[] wh) =>
        [.. x.Select((row, sample) => Enumerable.Range(0, 5).Select(unit =>
        {
            double sum = 0;
            for (var feature = 0; feature < 3; feature++)
                sum += row[feature] * wx[(feature * 5) + unit];
            for (var from = 0; from < 5 && h is not null; from++)
                sum += h[sample][from] * wh[(from * 5) + unit];
            return (float)Math.Tanh(sum);
        }).ToArray())];
}
