using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Makes a trained tensor of this one, which cannot be used under its old name afterwards.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    /// <summary>Writes a tensor as module files hold it (see TensorRecord).</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer) => TensorRecord.Write(tensor, writer);

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    public static void Save(this Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Reads what <c>Save</c> wrote into a tensor of the same element type and shape, or past it.</summary>
    /// <exception cref="ArgumentException">The type or shape is another.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or ends too early.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        using var _ = no_grad();
        TensorRecord.ReadInto(tensor, reader, skip, "The tensor");
    }

    /// <summary>Reads what <c>Save</c> wrote in place of a tensor, which is disposed, or past it.</summary>
    public static void Load(ref Tensor tensor, BinaryReader reader, bool skip = false)
    {
        if (skip)
        {
            TensorRecord.Skip(reader);
            return;
        }
        var read = TensorRecord.Read(reader);
        tensor?.Dispose();
        tensor = read;
    }

    /// <summary>Reads what <c>Save</c> wrote as a new tensor; null when it is skipped.</summary>
    public static Tensor? Load(BinaryReader reader, bool skip = false)
    {
        if (!skip)
        {
            return TensorRecord.Read(reader);
        }
        TensorRecord.Skip(reader);
        return null;
    }
}
