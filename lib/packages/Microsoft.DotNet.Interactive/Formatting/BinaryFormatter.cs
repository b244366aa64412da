using System.Globalization;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Bytes as a hexadecimal dump: offset, sixteen bytes, their printable characters.</summary>
public static class BinaryFormatter
{
    private const int Width = 16;

    public static string FormatBytes(byte[] bytes)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        FormatBytesTo(bytes, writer);
        return writer.ToString();
    }

    public static void FormatBytesTo(byte[] bytes, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(writer);
        for (int offset = 0; offset < bytes.Length; offset += Width)
        {
            byte[] row = bytes[offset..Math.Min(offset + Width, bytes.Length)];
            string hex = string.Join(' ', row.Select(value => value.ToString("X2", CultureInfo.InvariantCulture)));
            string text = string.Concat(row.Select(value => value is >= 0x20 and < 0x7f ? (char)value : '.'));
            writer.Write($"{offset:X8}  {hex.PadRight((Width * 3) - 1)}  {text}\n");
        }
    }
}
