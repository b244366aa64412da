using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A tensor in TorchSharp's own files: element type, number of axes, each axis' size (all in <see cref="LittleEndianBase128"/>),
/// then the elements in row-major order as they lie in memory, little-endian, without padding.
/// </summary>
internal static class TensorRecord
{
    private static readonly Op Contiguous = new("aten::contiguous"), Flatten = new("aten::reshape"), Narrow = new("aten::narrow");

    /// <summary>How much is read before it is compared with what the stream has: a damaged size must not allocate gigabytes.</summary>
    private const int Chunk = 1 << 24;

    public static void Write(Tensor tensor, BinaryWriter writer)
    {
        using var onCpu = tensor.device_type == DeviceType.CPU ? tensor.detach() : tensor.detach().cpu();
        using var whole = Contiguous.Call(onCpu);
        var shape = whole.shape;
        writer.Encode((long)whole.dtype);
        writer.Encode(shape.Length);
        foreach (long size in shape)
        {
            writer.Encode(size);
        }
        ForEachPiece(whole, (piece, _) => writer.Write(piece.bytes));
    }

    /// <summary>Reads a record into a tensor of the same type and shape, or past it.</summary>
    /// <exception cref="ArgumentException">The type or shape is another.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or ends too early.</exception>
    public static void ReadInto(Tensor target, BinaryReader reader, bool skip, string name)
    {
        var (type, shape) = Header(reader);
        if (skip)
        {
            Skip(reader, type, shape);
            return;
        }
        if (type != target.dtype)
        {
            throw new ArgumentException($"{name} is {type} in the file, but {target.dtype} here. Convert the module with to() first.");
        }
        if (!shape.AsSpan().SequenceEqual(target.shape))
        {
            throw new ArgumentException($"{name} has shape [{string.Join(", ", shape)}] in the file, but [{string.Join(", ", target.shape)}] here.");
        }
        using var read = Body(reader, type, shape);
        InPlace.Copy(target, read);
    }

    /// <summary>Reads a record as a new tensor.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or ends too early.</exception>
    public static Tensor Read(BinaryReader reader)
    {
        var (type, shape) = Header(reader);
        return Body(reader, type, shape);
    }

    public static void Skip(BinaryReader reader)
    {
        var (type, shape) = Header(reader);
        Skip(reader, type, shape);
    }

    private static void Skip(BinaryReader reader, ScalarType type, long[] shape)
    {
        for (long left = Elements(shape) * type.ElementSize(); left > 0; left -= Chunk)
        {
            ReadExactly(reader, (int)Math.Min(left, Chunk));
        }
    }

    private static (ScalarType Type, long[] Shape) Header(BinaryReader reader)
    {
        const int mostAxes = 64;
        try
        {
            long type = reader.Decode();
            if (type is < 0 or > 15 || !Enum.IsDefined(typeof(ScalarType), (sbyte)type))
            {
                throw new InvalidDataException($"The file is damaged: {type} is no element type.");
            }
            long axes = reader.Decode();
            if (axes > mostAxes)
            {
                throw new InvalidDataException($"The file is damaged: it claims a tensor of {axes} axes.");
            }
            var shape = new long[axes];
            for (int axis = 0; axis < axes; axis++)
            {
                shape[axis] = reader.Decode();
            }
            Elements(shape);
            return ((ScalarType)type, shape);
        }
        catch (EndOfStreamException)
        {
            throw Truncated();
        }
    }

    private static long Elements(long[] shape)
    {
        const long most = long.MaxValue / 16;
        long count = 1;
        foreach (long size in shape)
        {
            if (size != 0 && count > most / size)
            {
                throw new InvalidDataException($"The file is damaged: it claims a tensor of shape [{string.Join(", ", shape)}].");
            }
            count *= size;
        }
        return count;
    }

    private static Tensor Body(BinaryReader reader, ScalarType type, long[] shape)
    {
        long bytes = Elements(shape) * type.ElementSize();
        var stream = reader.BaseStream;
        if (stream.CanSeek && stream.Length - stream.Position < bytes)
        {
            throw Truncated();
        }
        var tensor = empty(shape, type);
        try
        {
            ForEachPiece(tensor, (piece, length) => ReadExactly(reader, length).CopyTo(piece.bytes));
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
        return tensor;
    }

    /// <summary>Hands out the tensor's memory in pieces that a span can hold.</summary>
    private static void ForEachPiece(Tensor tensor, Action<Tensor, int> act)
    {
        using var flat = Flatten.Call(tensor, new[] { -1L });
        int size = tensor.dtype.ElementSize();
        long step = Chunk / size;
        long count = tensor.numel();
        for (long from = 0; from < count; from += step)
        {
            long length = Math.Min(step, count - from);
            using var piece = Narrow.Call(flat, 0L, from, length);
            act(piece, (int)length * size);
        }
    }

    private static byte[] ReadExactly(BinaryReader reader, int length)
    {
        var bytes = reader.ReadBytes(length);
        return bytes.Length == length ? bytes : throw Truncated();
    }

    private static InvalidDataException Truncated() => new("The file ends in the middle of a tensor: it is damaged or was not written to its end.");
}
