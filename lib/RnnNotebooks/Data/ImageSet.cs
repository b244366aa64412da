using static TorchSharp.torch;

namespace RnnNotebooks.Data;

/// <summary>
/// Labelled grey pictures, kept as bytes: 60,000 pictures are 47 MB here and 188 MB as floats, so only a batch becomes a tensor.
/// Read row by row, a picture is a sequence of <see cref="Rows"/> steps with <see cref="Columns"/> features.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public sealed class ImageSet
{
    private readonly ReadOnlyMemory<byte> _pixels;
    private readonly ReadOnlyMemory<byte> _labels;

    /// <summary>Joins pictures and labels.</summary>
    /// <param name="pixels">Count × rows × columns bytes, 0 is background.</param>
    /// <param name="labels">One class number a picture.</param>
    /// <param name="rows">Steps of the sequence.</param>
    /// <param name="columns">Features of a step.</param>
    /// <param name="classNames">Names of the classes; a label is a place in this list.</param>
    /// <param name="source">Where the pictures come from, for captions.</param>
    /// <exception cref="InvalidDataException">The counts do not agree, or a label has no class.</exception>
    public ImageSet(ReadOnlyMemory<byte> pixels, ReadOnlyMemory<byte> labels, int rows, int columns, IReadOnlyList<string> classNames, string source)
    {
        if (pixels.Length != (long)labels.Length * rows * columns)
            throw new InvalidDataException($"{source}: {pixels.Length:N0} pixels are not {labels.Length:N0} pictures of {rows} × {columns}.");
        foreach (var label in labels.Span)
            if (label >= classNames.Count)
                throw new InvalidDataException($"{source}: there is a label {label}, but only {classNames.Count} classes.");
        (_pixels, _labels, Rows, Columns, ClassNames, Source) = (pixels, labels, rows, columns, classNames, source);
    }

    /// <summary>Pictures there are.</summary>
    public int Count => _labels.Length;

    /// <summary>Rows of a picture: steps of the sequence.</summary>
    public int Rows { get; }

    /// <summary>Columns of a picture: features of a step.</summary>
    public int Columns { get; }

    /// <summary>Names of the classes; a label is a place in this list.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Where the pictures come from.</summary>
    public string Source { get; }

    /// <summary>The bytes of one picture, row-major, (rows × columns).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    public ReadOnlySpan<byte> Pixels(int index)
    {
        CheckIndex(index);
        return _pixels.Span.Slice(index * Rows * Columns, Rows * Columns);
    }

    /// <summary>The class number of one picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    public int Label(int index)
    {
        CheckIndex(index);
        return _labels.Span[index];
    }

    /// <summary>The first pictures, and the others: training and validation.</summary>
    /// <param name="count">How many the first part gets.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public (ImageSet First, ImageSet Others) Split(int count)
    {
        if (count < 0 || count > Count)
            throw new ArgumentOutOfRangeException(nameof(count), $"{Source} has {Count:N0} pictures; {count:N0} cannot be taken.");
        return (Slice(0, count), Slice(count, Count - count));
    }

    /// <summary>Some pictures as numbers between 0 and 1, with their labels.</summary>
    /// <param name="indices">Which pictures; one may come twice.</param>
    /// <returns>Images (batch, rows, columns) of floats and labels (batch) of 64-bit integers; dispose of both.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    public ImageBatch Batch(params ReadOnlySpan<int> indices)
    {
        var size = Rows * Columns;
        var pixels = new float[indices.Length * size];
        var labels = new long[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            var picture = Pixels(indices[i]);
            labels[i] = Label(indices[i]);
            for (var p = 0; p < size; p++)
                pixels[(i * size) + p] = picture[p] / 255f;
        }

        return new ImageBatch(
            tensor(pixels, [indices.Length, Rows, Columns]), // (batch, steps, features)
            tensor(labels)); // (batch)
    }

    /// <summary>All pictures in order; see <see cref="Batch"/>.</summary>
    public ImageBatch All() => Batch(Enumerable.Range(0, Count).ToArray());

    /// <summary>Seeded batches for training.</summary>
    /// <param name="batchSize">Pictures in a batch.</param>
    /// <param name="seed">The same seed gives the same batches.</param>
    /// <param name="withReplacement">May a picture come twice in an epoch?</param>
    /// <exception cref="ArgumentOutOfRangeException">A batch is empty, or larger than the set.</exception>
    public IBatchSource<ImageBatch> Batches(int batchSize, int seed, bool withReplacement = false) =>
        new MappedBatches<int[], ImageBatch>(new IndexBatches(Count, batchSize, seed, withReplacement), indices => Batch(indices));

    /// <inheritdoc/>
    public override string ToString() => $"{Source}: {Count:N0} pictures of {Rows} × {Columns} in {ClassNames.Count} classes";

    private ImageSet Slice(int start, int count) =>
        new(_pixels.Slice(start * Rows * Columns, count * Rows * Columns), _labels.Slice(start, count), Rows, Columns, ClassNames, Source);

    private void CheckIndex(int index)
    {
        if ((uint)index >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(index), $"{Source} has pictures 0 to {Count - 1}; there is no picture {index}.");
    }
}
