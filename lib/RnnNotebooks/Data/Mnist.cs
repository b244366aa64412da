namespace RnnNotebooks.Data;

/// <summary>
/// Handwritten digits, 28 × 28 (LeCun, Cortes and Burges). 10,000 of them are part of the library, so that every lesson runs offline;
/// the full set is 60,000 for training and 10,000 for testing.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public static class Mnist
{
    private const string Mirror = "https://storage.googleapis.com/cvdf-datasets/mnist/";

    internal static readonly IReadOnlyList<string> Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    private static readonly (string Name, string Sha256)[] s_files =
    [
        ("train-images-idx3-ubyte.gz", "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
        ("train-labels-idx1-ubyte.gz", "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
        ("t10k-images-idx3-ubyte.gz", "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
        ("t10k-labels-idx1-ubyte.gz", "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
    ];

    /// <summary>The 10,000 digits that come with the library, shuffled once: a prefix is a fair sample.</summary>
    public static ImageSet Embedded() =>
        ImageFiles.Join(
            IdxFile.Read(Resource("mnist-10000-images.idx3.gz"), "the embedded images"),
            IdxFile.Read(Resource("mnist-10000-labels.idx1.gz"), "the embedded labels"),
            Digits,
            "MNIST (embedded)");

    /// <summary>The embedded digits, 8,000 for training and 2,000 for validation.</summary>
    public static (ImageSet Train, ImageSet Validation) Small() => Embedded().Split(8_000);

    /// <summary>The full set from the cache, or downloaded; where neither works, the embedded digits, and a sentence says so.</summary>
    /// <param name="say">Where sentences go; the console by default.</param>
    /// <param name="stopping">Breaks a download off; the part that came is kept for the next time.</param>
    /// <returns>60,000 for training and 10,000 for testing, or 8,000 and 2,000.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> was cancelled.</exception>
    public static async Task<(ImageSet Train, ImageSet Test)> FullOrSmallAsync(Action<string>? say = null, CancellationToken stopping = default)
    {
        say ??= Console.WriteLine;
        try
        {
            return await FullAsync((file, percent) => say($"{file}: {percent} %"), stopping);
        }
        catch (IOException error)
        {
            say($"{error.Message} Going on with the 10,000 embedded digits: 8,000 for training, 2,000 for validation.");
            return Small();
        }
        catch (InvalidDataException error)
        {
            say($"{error.Message} Going on with the 10,000 embedded digits: 8,000 for training, 2,000 for validation.");
            return Small();
        }
    }

    /// <summary>The full set from the cache, or downloaded (11 MB) with its checksums verified.</summary>
    /// <param name="progress">Told a file's name and how many per cent of it have come, at every tenth.</param>
    /// <param name="stopping">Breaks a download off; the part that came is kept for the next time.</param>
    /// <param name="mirror">Where to fetch the four files; the CVDF mirror by default.</param>
    /// <exception cref="IOException">A file can be neither found nor fetched.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> was cancelled.</exception>
    public static Task<(ImageSet Train, ImageSet Test)> FullAsync(
        Action<string, int>? progress = null, CancellationToken stopping = default, Uri? mirror = null) =>
        FromFilesAsync(s_files, Path.Combine(Download.CacheFolder, "mnist"), mirror ?? new Uri(Mirror), progress, stopping);

    /// <summary>Images and labels for training, then for testing: from the folder, or fetched into it and verified.</summary>
    internal static async Task<(ImageSet Train, ImageSet Test)> FromFilesAsync(
        IReadOnlyList<(string Name, string Sha256)> files, string folder, Uri mirror, Action<string, int>? progress, CancellationToken stopping)
    {
        var paths = new string[files.Count];
        for (var i = 0; i < files.Count; i++)
        {
            var (name, sha256) = files[i];
            var tenth = 0L;
            paths[i] = await Download.FileAsync(new Uri(mirror, name), Path.Combine(folder, name), sha256, Report, stopping);

            void Report(long done, long? total)
            {
                if (total is > 0 && done * 10 / total.Value is var now && now > tenth)
                    progress?.Invoke(name, (int)(tenth = now) * 10);
            }
        }

        return (ImageFiles.Join(IdxFile.Read(paths[0]), IdxFile.Read(paths[1]), Digits, "MNIST"),
            ImageFiles.Join(IdxFile.Read(paths[2]), IdxFile.Read(paths[3]), Digits, "MNIST (test)"));
    }

    private static Stream Resource(string name)
    {
        using var stream = typeof(Mnist).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library was built without its resource {name}.");
        var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        return memory;
    }
}
