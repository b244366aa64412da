using System.Text.Json;

namespace RnnNotebooks.Documents;

/// <summary>Single JSON values as text.</summary>
internal static class JsonText
{
    /// <summary>The value of a string as it is written, quotes included.</summary>
    public static string Unquote(string raw) =>
        raw.Contains('\\', StringComparison.Ordinal) ? Unescape(raw) : raw[1..^1];

    public static bool IsNumber(string raw)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(raw);
            return document.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Unescape(string raw)
    {
        System.Text.StringBuilder text = new(raw.Length);
        for (int i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            if (raw[i] == 'u')
            {
                // By hand: System.Text.Json refuses a lone surrogate, which Python writes.
                if (i + 4 >= raw.Length - 1 || !ushort.TryParse(raw.AsSpan(i + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out ushort code))
                {
                    throw new JsonException();
                }

                text.Append((char)code);
                i += 4;
                continue;
            }

            text.Append(raw[i] switch
            {
                '"' => '"',
                '\\' => '\\',
                '/' => '/',
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                _ => throw new JsonException(),
            });
        }

        return text.ToString();
    }
}
