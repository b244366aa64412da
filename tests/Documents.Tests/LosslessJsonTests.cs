using System.Text;
using System.Text.Json.Nodes;
using RnnNotebooks.Documents;

namespace Documents.Tests;

public sealed class LosslessJsonTests
{
    private const int Rounds = 500;

    [Fact]
    public void Any_json_is_written_as_it_was_read()
    {
        Random random = new(3);
        for (int round = 0; round < Rounds; round++)
        {
            StringBuilder text = new();
            AppendSpace(text, random);
            AppendValue(text, random, 0);
            AppendSpace(text, random);

            (string before, JsonPiece value, string after) = JsonPieceReader.Read(text.ToString());

            Assert.Equal(text.ToString(), before + value + after);
        }
    }

    [Fact]
    public void Any_json_has_the_value_that_another_reader_finds()
    {
        Random random = new(4);
        for (int round = 0; round < Rounds; round++)
        {
            StringBuilder text = new();
            AppendValue(text, random, 0);

            JsonNode? read = JsonPieceReader.Read(text.ToString()).Value.ToNode();

            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text.ToString()), read), text.ToString());
        }
    }

    [Fact]
    public void Text_cut_off_anywhere_is_refused_and_never_read_wrong()
    {
        const string text = """{"a": [1, -2.5e3, true, null, "x\u00e9\n"], "b": {"c": {}}}""";
        for (int length = 0; length < text.Length; length++)
        {
            Assert.Throws<FormatException>(() => JsonPieceReader.Read(text[..length]));
        }
    }

    [Theory]
    [InlineData("a\"b\\c\n\r\t\b\f\u0001\u007fé😀/", false, "\"a\\\"b\\\\c\\n\\r\\t\\b\\f\\u0001\u007fé😀/\"")]
    [InlineData("é😀", true, "\"\\u00e9\\ud83d\\ude00\"")]
    public void Strings_are_escaped_as_nbformat_escapes_them(string value, bool asciiOnly, string expected)
    {
        Assert.Equal(expected, (JsonStyle.Notebook with { AsciiOnly = asciiOnly }).Quote(value));
        Assert.Equal(value, JsonText.Unquote(expected));
    }

    [Fact]
    public void Half_a_character_is_escaped_because_utf8_cannot_hold_it()
    {
        // Not as a theory's data: an attribute is UTF-8 as well.
        Assert.Equal("\"x\\ud83dy\"", JsonStyle.Notebook.Quote("x\ud83dy"));
        Assert.Equal("x\ud83dy", JsonText.Unquote("\"x\\ud83dy\""));
    }

    [Theory]
    [InlineData("{\"a\": 1}", "{\"a\": 1,\"b\": [1, 2]}")]
    [InlineData("{}", "{\"b\": [1, 2]}")]
    [InlineData("{\n  \"a\": 1\n}", "{\n  \"a\": 1,\n  \"b\": [\n    1,\n    2\n  ]\n}")]
    [InlineData("{\r\n\t\"c\": \"\\u00e9\"\r\n}", "{\r\n\t\"b\": [\r\n\t\t1,\r\n\t\t2\r\n\t],\r\n\t\"c\": \"\\u00e9\"\r\n}")]
    public void What_is_added_looks_like_what_is_there(string text, string expected)
    {
        JsonContainer container = (JsonContainer)JsonPieceReader.Read(text).Value;
        JsonStyle style = JsonStyle.Of(text);

        container.Set("b", style.Write(new JsonArray(1, 2), 1), style, 0);

        Assert.Equal(expected, container.ToString());
    }

    private static void AppendValue(StringBuilder text, Random random, int depth)
    {
        string[] leaves = ["0", "-1.50", "1E+9", "12345678901234567890", "true", "false", "null", "\"\"", "\"é\\u00e9\\/\\\"\"", "\"a b\""];
        int kind = depth > 4 ? 0 : random.Next(3);
        if (kind == 0)
        {
            text.Append(leaves[random.Next(leaves.Length)]);
            return;
        }

        text.Append(kind == 1 ? '[' : '{');
        AppendSpace(text, random);
        int count = random.Next(4);
        for (int i = 0; i < count; i++)
        {
            AppendSpace(text, random);
            if (kind == 2)
            {
                text.Append($"\"k{i}\"");
                AppendSpace(text, random);
                text.Append(':');
                AppendSpace(text, random);
            }

            AppendValue(text, random, depth + 1);
            AppendSpace(text, random);
            text.Append(i + 1 < count ? "," : "");
        }

        AppendSpace(text, random);
        text.Append(kind == 1 ? ']' : '}');
    }

    private static void AppendSpace(StringBuilder text, Random random)
    {
        string[] spaces = ["", "", " ", "\n  ", "\r\n", "\t"];
        text.Append(spaces[random.Next(spaces.Length)]);
    }
}
