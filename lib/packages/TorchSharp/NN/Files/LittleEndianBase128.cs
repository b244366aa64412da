namespace TorchSharp.Modules;

/// <summary>
/// Whole numbers as .NET's BinaryWriter writes string lengths: seven bits a byte, the lowest first, the top bit set on all but the last.
/// </summary>
internal static class LittleEndianBase128
{
    public static void Encode(this BinaryWriter writer, long value) => writer.Write7BitEncodedInt64(value);

    /// <summary>Reads a size or count.</summary>
    /// <exception cref="InvalidDataException">The number is longer than 64 bits or negative.</exception>
    public static long Decode(this BinaryReader reader)
    {
        long value;
        try
        {
            value = reader.Read7BitEncodedInt64();
        }
        catch (FormatException)
        {
            throw new InvalidDataException("The file is damaged: a number in it is longer than 64 bits.");
        }
        return value >= 0 ? value : throw new InvalidDataException($"The file is damaged: it holds the negative size {value}.");
    }
}
