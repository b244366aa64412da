using System.IO.Compression;
using RnnNotebooks.Data;

namespace RnnNotebooks.Tests.Data;

public class IdxFileTests
{
    private static readonly byte[] s_good = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6];

    [Fact]
    public void A_file_gives_its_shape_and_its_values()
    {
        var (shape, values) = Read(s_good);
        Assert.Equal([2, 3], shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], values);
    }

    [Fact]
    public void A_compressed_file_gives_the_same()
    {
        var (shape, values) = Read(Zipped(s_good));
        Assert.Equal([2, 3], shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], values);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_by_its_name()
    {
        for (var length = 0; length < s_good.Length; length++)
        {
            var cut = s_good[..length];
            Assert.StartsWith("'digits'", Assert.Throws<InvalidDataException>(() => Read(cut)).Message);
        }
    }

    [Fact]
    public void A_compressed_file_cut_anywhere_is_refused()
    {
        var whole = Zipped(s_good);
        for (var length = 2; length < whole.Length; length++)
        {
            var cut = whole[..length];
            Assert.Throws<InvalidDataException>(() => Read(cut));
        }
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 8, 1, 0, 0, 0, 0 }, "two zero bytes")]
    [InlineData(new byte[] { 0, 0, 13, 1, 0, 0, 0, 0 }, "type 0x0D")]
    [InlineData(new byte[] { 0, 0, 8, 0 }, "no axes")]
    [InlineData(new byte[] { 0, 0, 8, 1, 255, 0, 0, 0 }, "impossible size")]
    [InlineData(new byte[] { 0, 0, 8, 2, 127, 0, 0, 0, 127, 0, 0, 0 }, "impossible size")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 7, 7 }, "goes on after")]
    public void A_corrupt_file_says_what_is_wrong_with_it(byte[] content, string problem) =>
        Assert.Contains(problem, Assert.Throws<InvalidDataException>(() => Read(content)).Message);

    [Fact]
    public void A_missing_file_names_the_remedy() =>
        Assert.Contains("RNN_NOTEBOOKS_DATA", Assert.Throws<FileNotFoundException>(() => IdxFile.Read("no-such-file")).Message);

    private static (int[] Shape, byte[] Values) Read(byte[] content) => IdxFile.Read(new MemoryStream(content), "digits");

    private static byte[] Zipped(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Optimal))
            zip.Write(content);
        return memory.ToArray();
    }
}
