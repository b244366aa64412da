namespace RnnNotebooks.Data;

/// <summary>
/// Pictures of clothes in the format of MNIST, and harder (Xiao, Rasul and Vollgraf, 2017). They come from the Debian package
/// <c>dataset-fashion-mnist</c>, or from the folder <c>fashion-mnist</c> in the cache.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public static class FashionMnist
{
    private const string DebianFolder = "/usr/share/datasets/fashion-mnist";

    private static readonly IReadOnlyList<string> s_classes =
        ["T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"];

    /// <summary>60,000 pictures for training and 10,000 for testing.</summary>
    /// <param name="folder">The folder with the four files; by default Debian's, then the cache's.</param>
    /// <exception cref="FileNotFoundException">The files are in neither place.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static (ImageSet Train, ImageSet Test) Load(string? folder = null)
    {
        var cached = Path.Combine(Download.CacheFolder, "fashion-mnist");
        folder ??= Directory.Exists(DebianFolder) ? DebianFolder : cached;
        if (!Directory.Exists(folder))
            throw new FileNotFoundException($"Fashion-MNIST is not on this machine; install the package dataset-fashion-mnist (apt install dataset-fashion-mnist) or put its four files into {cached}.");
        return (Read("train"), Read("t10k"));

        ImageSet Read(string part) =>
            ImageFiles.Join(
                IdxFile.Read(Path.Combine(folder, $"{part}-images-idx3-ubyte.gz")),
                IdxFile.Read(Path.Combine(folder, $"{part}-labels-idx1-ubyte.gz")),
                s_classes,
                part == "train" ? "Fashion-MNIST" : "Fashion-MNIST (test)");
    }
}
