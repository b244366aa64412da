using System.Buffers.Binary;
using System.IO.Compression;

namespace RnnNotebooks.Data;

/// <summary>
/// Reads IDX, the format of the MNIST files: two zero bytes, the type of the values, the number of axes, each axis' length as a
/// big-endian 32-bit number, then the values. Compressed files (gzip) are recognised by their first bytes.
/// <para>Source: the description beside the MNIST files, Y. LeCun, C. Cortes and C. Burges.</para>
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public static class IdxFile
{
    private const byte UnsignedByte = 0x08;
    private const int LargestSize = 1 << 30;

    /// <summary>Reads a file of unsigned bytes.</summary>
    /// <param name="path">The file, gzip or plain.</param>
    /// <returns>The lengths of the axes, and the values in row-major order.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not IDX of unsigned bytes, is cut short, or goes on too long.</exception>
    public static (int[] Shape, byte[] Values) Read(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"'{path}' does not exist; check the name, or set RNN_NOTEBOOKS_DATA to the folder that has it.", path);
        using var file = File.OpenRead(path);
        return Read(file, path);
    }

    /// <summary>Reads a stream of unsigned bytes.</summary>
    /// <param name="stream">The content, gzip or plain; it must be seekable.</param>
    /// <param name="name">What to call the content in an error.</param>
    /// <returns>The lengths of the axes, and the values in row-major order.</returns>
    /// <exception cref="InvalidDataException">The content is not IDX of unsigned bytes, is cut short, or goes on too long.</exception>
    public static (int[] Shape, byte[] Values) Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var compressed = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = 0;
        try
        {
            using var content = compressed ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true) : stream;
            var (shape, values) = ReadPlain(content, name);
            if (compressed)
                CheckTrailer(stream, 4 + (4 * shape.Length) + values.Length, name);
            return (shape, values);
        }
        catch (InvalidDataException error) when (compressed && error.Data["idx"] is null)
        {
            throw new InvalidDataException($"'{name}' is a damaged gzip file; delete it and fetch it again.", error);
        }
    }

    private static (int[] Shape, byte[] Values) ReadPlain(Stream content, string name)
    {
        var start = new byte[4];
        if (content.ReadAtLeast(start, 4, throwOnEndOfStream: false) < 4)
            throw Corrupt(name, "ends inside its header");
        if (start[0] != 0 || start[1] != 0)
            throw Corrupt(name, "does not begin with the two zero bytes of an IDX file");
        if (start[2] != UnsignedByte)
            throw Corrupt(name, $"holds values of type 0x{start[2]:X2}; only unsigned bytes (0x08) are read");
        if (start[3] == 0)
            throw Corrupt(name, "has no axes");

        var lengths = new byte[4 * start[3]];
        if (content.ReadAtLeast(lengths, lengths.Length, throwOnEndOfStream: false) < lengths.Length)
            throw Corrupt(name, "ends inside its header");
        var shape = new int[start[3]];
        long size = 1;
        for (var axis = 0; axis < shape.Length; axis++)
        {
            shape[axis] = BinaryPrimitives.ReadInt32BigEndian(lengths.AsSpan(4 * axis));
            if (shape[axis] < 0 || (size *= shape[axis]) > LargestSize)
                throw Corrupt(name, $"claims an impossible size on axis {axis}");
        }

        var values = new byte[size];
        var read = content.ReadAtLeast(values, values.Length, throwOnEndOfStream: false);
        if (read < values.Length)
            throw Corrupt(name, $"is cut short: {read:N0} of {size:N0} values");
        if (content.ReadByte() != -1)
            throw Corrupt(name, $"goes on after its {size:N0} values");
        return (shape, values);
    }

    /// <summary>A gzip file ends with the length of its content; one whose last bytes are missing ends with something else.</summary>
    private static void CheckTrailer(Stream stream, int length, string name)
    {
        var trailer = new byte[4];
        stream.Seek(-trailer.Length, SeekOrigin.End);
        stream.ReadExactly(trailer);
        if (BinaryPrimitives.ReadInt32LittleEndian(trailer) != length)
            throw Corrupt(name, "is cut short");
    }

    private static InvalidDataException Corrupt(string name, string problem) =>
        new($"'{name}' {problem}; delete it and fetch it again.") { Data = { ["idx"] = true } };
}
