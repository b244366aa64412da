using System.Text.Json;

namespace RnnNotebooks.Documents;

/// <summary>Reads JSON into pieces. Its errors name the line and column, so that a broken file can be mended by hand.</summary>
internal sealed class JsonPieceReader
{
    private const int MaxDepth = 256;

    private readonly string text;
    private int position;
    private int depth;

    private JsonPieceReader(string text) => this.text = text;

    /// <summary>The one value of a text, and the white space before and after it.</summary>
    public static (string Before, JsonPiece Value, string After) Read(string text)
    {
        JsonPieceReader reader = new(text);
        string before = reader.WhiteSpace();
        JsonPiece value = reader.Value();
        string after = reader.WhiteSpace();
        return reader.position == text.Length ? (before, value, after) : throw reader.Error("there is more text after the end of the JSON");
    }

    private JsonPiece Value()
    {
        if (position == text.Length)
        {
            throw Error("the text ends in the middle");
        }

        return text[position] switch
        {
            '{' => Container(isObject: true, '}'),
            '[' => Container(isObject: false, ']'),
            '"' => new JsonLeaf(String()),
            _ => Word(),
        };
    }

    private JsonContainer Container(bool isObject, char close)
    {
        if (++depth > MaxDepth)
        {
            throw Error($"it is nested more than {MaxDepth} levels deep");
        }

        position++;
        JsonContainer container = new(isObject);
        string before = WhiteSpace();
        if (Skip(close))
        {
            container.Inside = before;
            depth--;
            return container;
        }

        while (true)
        {
            container.Items.Add(Item(isObject, before));
            if (Skip(close))
            {
                depth--;
                return container;
            }

            if (!Skip(','))
            {
                throw Error(position == text.Length ? "the text ends in the middle" : $"a comma or {close} is missing");
            }

            before = WhiteSpace();
        }
    }

    private JsonItem Item(bool isObject, string before)
    {
        if (!isObject)
        {
            JsonPiece element = Value();
            return new JsonItem(element) { Before = before, After = WhiteSpace() };
        }

        if (position == text.Length || text[position] != '"')
        {
            throw Error(position == text.Length ? "the text ends in the middle" : "a name in double quotes is missing");
        }

        string rawName = String();
        int start = position;
        WhiteSpace();
        if (!Skip(':'))
        {
            throw Error("a colon is missing");
        }

        WhiteSpace();
        string colon = text[start..position];
        JsonPiece value = Value();
        return new JsonItem(value)
        {
            Before = before,
            RawName = rawName,
            Name = JsonText.Unquote(rawName),
            Colon = colon,
            After = WhiteSpace(),
        };
    }

    private string String()
    {
        int start = position++;
        while (position < text.Length)
        {
            char c = text[position];
            if (c == '"')
            {
                string raw = text[start..++position];
                try
                {
                    JsonText.Unquote(raw);
                }
                catch (JsonException)
                {
                    position = start;
                    throw Error("this string has an escape that JSON does not know");
                }

                return raw;
            }

            if (c < ' ')
            {
                throw Error("a string runs on to the next line or holds a control character");
            }

            position += c == '\\' ? 2 : 1;
        }

        position = text.Length;
        throw Error("the text ends in the middle of a string");
    }

    private JsonLeaf Word()
    {
        int start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '+' or '-' or '.'))
        {
            position++;
        }

        string raw = text[start..position];
        if (raw is "true" or "false" or "null" || JsonText.IsNumber(raw))
        {
            return new JsonLeaf(raw);
        }

        position = start;
        throw Error(raw.Length == 0 ? $"{text[position]} is not expected here" : $"{raw} is not a JSON value");
    }

    private string WhiteSpace()
    {
        int start = position;
        while (position < text.Length && text[position] is ' ' or '\t' or '\n' or '\r')
        {
            position++;
        }

        return text[start..position];
    }

    private bool Skip(char expected)
    {
        if (position == text.Length || text[position] != expected)
        {
            return false;
        }

        position++;
        return true;
    }

    private FormatException Error(string what)
    {
        int line = text.AsSpan(0, position).Count('\n') + 1;
        int column = position - text.LastIndexOf('\n', Math.Max(position - 1, 0), Math.Max(position, 0));
        return new FormatException($"line {line}, column {column}: {what}");
    }
}
