using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RnnNotebooks.Documents;

/// <summary>How a file is written, so that what is added looks like what is there. The default is nbformat's.</summary>
/// <param name="Indent">One level of indentation; null for everything on one line.</param>
/// <param name="NewLine">The line break.</param>
/// <param name="AsciiOnly">True where letters beyond ASCII are escaped.</param>
internal sealed record JsonStyle(string? Indent, string NewLine, bool AsciiOnly)
{
    private const char LastAscii = '\x7f';

    public static readonly JsonStyle Notebook = new(" ", "\n", false);

    /// <summary>The style of a text, from its first indented line, its first line break and its letters.</summary>
    public static JsonStyle Of(string text)
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0)
        {
            return Notebook with { Indent = null, AsciiOnly = IsAsciiOnly(text) };
        }

        string newLine = end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
        int start = end + 1;
        int stop = start;
        while (stop < text.Length && text[stop] is ' ' or '\t')
        {
            stop++;
        }

        return new JsonStyle(stop > start ? text[start..stop] : " ", newLine, IsAsciiOnly(text));
    }

    public string LineBreak(int depth) =>
        Indent is null ? "" : NewLine + string.Concat(Enumerable.Repeat(Indent, depth));

    /// <summary>A string between quotes, escaped as Python's json does.</summary>
    public string Quote(string value)
    {
        StringBuilder text = new(value.Length + 2);
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (!AsciiOnly && i + 1 < value.Length && char.IsSurrogatePair(c, value[i + 1]))
            {
                text.Append(c).Append(value[++i]);
                continue;
            }

            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => AppendEscape(text, c),

                // A lone surrogate cannot be written as UTF-8.
                _ when char.IsSurrogate(c) || (AsciiOnly && c > LastAscii) => AppendEscape(text, c),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>A value written in this style; <paramref name="depth"/> is the depth it stands at.</summary>
    public JsonPiece Write(JsonNode? node, int depth) => node switch
    {
        null => JsonLeaf.Null,
        JsonObject members => Fill(new JsonContainer(true), members.Select(member => ((string?)member.Key, member.Value)), depth),
        JsonArray items => Fill(new JsonContainer(false), items.Select(item => ((string?)null, item)), depth),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => new JsonLeaf(Quote(value.GetValue<string>())),
        _ => new JsonLeaf(node.ToJsonString()),
    };

    private JsonContainer Fill(JsonContainer container, IEnumerable<(string? Name, JsonNode? Value)> items, int depth)
    {
        foreach ((string? name, JsonNode? value) in items)
        {
            container.Items.Add(new JsonItem(Write(value, depth + 1))
            {
                Before = container.Items.Count > 0 && Indent is null ? " " : LineBreak(depth + 1),
                Name = name,
                RawName = name is null ? null : Quote(name),
            });
        }

        if (container.Items.Count > 0)
        {
            container.Items[^1].After = LineBreak(depth);
        }

        return container;
    }

    private static StringBuilder AppendEscape(StringBuilder text, char c) =>
        text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));

    // Only a file that escapes some letter tells that it escapes them all.
    private static bool IsAsciiOnly(string text)
    {
        bool escapes = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] > LastAscii)
            {
                return false;
            }

            if (text[i] == '\\')
            {
                escapes |= i + 2 < text.Length && text[i + 1] == 'u' && text.AsSpan(i + 2, Math.Min(2, text.Length - i - 2)) is not "00";
                i++;
            }
        }

        return escapes;
    }
}
