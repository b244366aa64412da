using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// TorchSharp's file of a module's state, byte by byte:
/// the number of entries in <see cref="LittleEndianBase128"/>; then for each entry its dotted name as BinaryWriter writes a string
/// (length in bytes in the same encoding, then UTF-8) and its <see cref="TensorRecord"/>. Nothing before, between or after.
/// </summary>
internal static class ModuleFile
{
    private const int LongestName = 4096;

    public static void Write(BinaryWriter writer, Dictionary<string, Tensor> state, IList<string>? skip)
    {
        var entries = state.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
        writer.Encode(entries.Count);
        foreach (var (name, tensor) in entries)
        {
            writer.Write(name);
            TensorRecord.Write(tensor, writer);
        }
        writer.Flush();
    }

    /// <summary>Reads a file into the tensors of a module's state.</summary>
    /// <param name="reader">Positioned at the number of entries.</param>
    /// <param name="state">The tensors to fill, by name.</param>
    /// <param name="strict">Whether the names must be exactly the state's.</param>
    /// <param name="skip">Names to leave alone.</param>
    /// <param name="loaded">Told for each name of the state whether it was filled; may be null.</param>
    /// <exception cref="ArgumentException">A name, type or shape does not fit.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or ends too early.</exception>
    public static void Read(
        BinaryReader reader, Dictionary<string, Tensor> state, bool strict, IList<string>? skip, Dictionary<string, bool>? loaded)
    {
        using var _ = no_grad();
        var seen = new HashSet<string>();
        try
        {
            long entries = reader.Decode();
            if (strict && entries != state.Count)
            {
                throw new ArgumentException($"The file has {entries} tensors, but the module {state.Count}. Load with strict: false to take what fits.");
            }
            for (long entry = 0; entry < entries; entry++)
            {
                string name = Name(reader);
                if (state.TryGetValue(name, out var target))
                {
                    bool skipped = skip is not null && skip.Contains(name);
                    TensorRecord.ReadInto(target, reader, skipped, $"'{name}'");
                    if (!skipped)
                    {
                        seen.Add(name);
                    }
                }
                else if (strict)
                {
                    throw new ArgumentException($"The file has a tensor '{name}', but the module has none of that name.");
                }
                else
                {
                    TensorRecord.Skip(reader);
                }
            }
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("The file ends too early: it is damaged or was not written to its end.");
        }
        if (loaded is not null)
        {
            foreach (string name in state.Keys)
            {
                loaded[name] = seen.Contains(name);
            }
        }
    }

    private static string Name(BinaryReader reader)
    {
        long length = reader.Decode();
        if (length > LongestName)
        {
            throw new InvalidDataException($"The file is damaged: it claims a name of {length} bytes.");
        }
        var bytes = reader.ReadBytes((int)length);
        if (bytes.Length != length)
        {
            throw new EndOfStreamException();
        }
        return System.Text.Encoding.UTF8.GetString(bytes);
    }
}
