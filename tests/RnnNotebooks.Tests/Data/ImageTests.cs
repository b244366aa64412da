using RnnNotebooks.Data;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Data;

public class ImageTests
{
    [Fact]
    public void The_embedded_digits_are_ten_thousand_with_MNISTs_counts()
    {
        var set = Mnist.Embedded();
        Assert.Equal((10_000, 28, 28), (set.Count, set.Rows, set.Columns));
        var counts = Enumerable.Range(0, set.Count).CountBy(set.Label).OrderBy(count => count.Key).Select(count => count.Value);
        Assert.Equal([1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978], counts);
    }

    [Fact]
    public void Training_and_validation_digits_have_all_classes_in_fair_shares()
    {
        var (train, validation) = Mnist.Small();
        Assert.Equal((8_000, 2_000), (train.Count, validation.Count));
        for (var digit = 0; digit < 10; digit++)
        {
            var share = Enumerable.Range(0, validation.Count).Count(i => validation.Label(i) == digit) / 2_000.0;
            Assert.InRange(share, 0.07, 0.13);
        }
    }

    [Fact]
    public void A_batch_is_pixels_between_zero_and_one_with_their_labels()
    {
        using var scope = NewDisposeScope();
        var set = Mnist.Embedded();
        var batch = set.Batch(3, 9_999, 3);
        Assert.Equal([3, 28, 28], batch.Images.shape);
        Assert.Equal([set.Label(3), set.Label(9_999), set.Label(3)], batch.Labels.data<long>().ToArray());
        Assert.Equal(1f, batch.Images.max().item<float>());
        var pixels = batch.Images[0].data<float>().Select(value => (byte)MathF.Round(value * 255)).ToArray();
        Assert.Equal(set.Pixels(3).ToArray(), pixels);
    }

    [Fact]
    public void A_picture_that_is_not_there_is_refused()
    {
        var set = Mnist.Embedded();
        Assert.Contains("0 to 9999", Assert.Throws<ArgumentOutOfRangeException>(() => set.Label(10_000)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Split(10_001));
    }

    [Fact]
    public void Images_and_labels_that_do_not_belong_together_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => new ImageSet(new byte[10], new byte[2], 2, 2, ["a"], "test"));
        Assert.Throws<InvalidDataException>(() => new ImageSet(new byte[4], new byte[] { 3 }, 2, 2, ["a"], "test"));
    }

    [Fact]
    public void Fashion_that_is_not_installed_names_the_package() =>
        Assert.Throws<FileNotFoundException>(() => FashionMnist.Load(Path.Combine(AppContext.BaseDirectory, "no-such-folder")));

    [Fact]
    public void Fashion_is_read_from_four_files()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var part in (string[])["train", "t10k"])
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{part}-images-idx3-ubyte.gz"), [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 9, 8, 7, 6]);
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{part}-labels-idx1-ubyte.gz"), [0, 0, 8, 1, 0, 0, 0, 2, 9, 0]);
            }

            var (train, test) = FashionMnist.Load(folder.FullName);
            Assert.Equal("ankle boot", train.ClassNames[train.Label(0)]);
            Assert.Equal([7, 6], test.Pixels(1).ToArray());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Fashion_is_found_where_Debian_puts_it()
    {
        var (train, test) = FashionMnist.Load();
        Assert.Equal((60_000, 10_000), (train.Count, test.Count));
        Assert.Equal(Enumerable.Repeat(6_000, 10), Enumerable.Range(0, train.Count).CountBy(train.Label).OrderBy(count => count.Key).Select(count => count.Value));
        Assert.Equal(["ankle boot", "T-shirt", "T-shirt", "dress"], Enumerable.Range(0, 4).Select(i => train.ClassNames[train.Label(i)]));
    }

    [Fact]
    public void One_hot_has_a_single_one_and_refuses_what_has_no_place()
    {
        using var scope = NewDisposeScope();
        var encoded = OneHot.Encode(tensor(new long[] { 2, 0 }), 3);
        Assert.Equal([0, 0, 1, 1, 0, 0], encoded.data<float>().ToArray());
        Assert.Contains("between 0 and 2", Assert.Throws<ArgumentOutOfRangeException>(() => OneHot.Encode(tensor(new long[] { 3 }), 3)).Message);
    }
}
