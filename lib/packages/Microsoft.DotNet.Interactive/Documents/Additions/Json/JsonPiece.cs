using System.Text;
using System.Text.Json.Nodes;

namespace RnnNotebooks.Documents;

/// <summary>
/// JSON that remembers how it was written: joining the pieces of a text gives the same text back, character by character.
/// What is replaced is written anew; everything else keeps its spelling, order and white space.
/// </summary>
internal abstract class JsonPiece
{
    public override string ToString()
    {
        StringBuilder text = new();
        AppendTo(text);
        return text.ToString();
    }

    /// <summary>The value apart from its spelling; of members with one name the last.</summary>
    public abstract JsonNode? ToNode();

    public abstract void AppendTo(StringBuilder text);
}

/// <summary>A string, a number, true, false or null, as written.</summary>
internal sealed class JsonLeaf(string raw) : JsonPiece
{
    public static readonly JsonLeaf Null = new("null");

    public string Raw { get; } = raw;

    public bool IsString => Raw.StartsWith('"');

    public override void AppendTo(StringBuilder text) => text.Append(Raw);

    public override JsonNode? ToNode() => IsString ? JsonValue.Create(JsonText.Unquote(Raw)) : JsonNode.Parse(Raw);
}

/// <summary>An element of an array or a member of an object, with the white space around it.</summary>
internal sealed class JsonItem(JsonPiece value)
{
    /// <summary>White space before the element, or before the member's name.</summary>
    public string Before { get; set; } = "";

    /// <summary>The member's name as written, quotes included; null in an array.</summary>
    public string? RawName { get; init; }

    /// <summary>The member's name.</summary>
    public string? Name { get; init; }

    /// <summary>The colon with its white space.</summary>
    public string Colon { get; init; } = ": ";

    public JsonPiece Value { get; set; } = value;

    /// <summary>White space after the value, before the comma or the closing bracket.</summary>
    public string After { get; set; } = "";
}

/// <summary>An object or an array.</summary>
internal sealed class JsonContainer(bool isObject) : JsonPiece
{
    public bool IsObject { get; } = isObject;

    public List<JsonItem> Items { get; } = [];

    /// <summary>White space between the brackets of an empty container.</summary>
    public string Inside { get; set; } = "";

    /// <summary>The value of a member; of several with one name the last, as JSON readers have it.</summary>
    public JsonPiece? this[string name] => Items.FindLast(item => item.Name == name)?.Value;

    public override void AppendTo(StringBuilder text)
    {
        text.Append(IsObject ? '{' : '[').Append(Items.Count == 0 ? Inside : "");
        for (int i = 0; i < Items.Count; i++)
        {
            JsonItem item = Items[i];
            text.Append(item.Before);
            if (item.RawName is not null)
            {
                text.Append(item.RawName).Append(item.Colon);
            }

            item.Value.AppendTo(text);
            text.Append(item.After).Append(i + 1 < Items.Count ? "," : "");
        }

        text.Append(IsObject ? '}' : ']');
    }

    public override JsonNode ToNode()
    {
        if (!IsObject)
        {
            return new JsonArray([.. Items.Select(item => item.Value.ToNode())]);
        }

        JsonObject members = [];
        foreach (JsonItem item in Items)
        {
            members[item.Name!] = item.Value.ToNode();
        }

        return members;
    }

    /// <summary>Replaces the value of a member, or adds the member where its name belongs among sorted ones, last otherwise.</summary>
    public void Set(string name, JsonPiece value, JsonStyle style, int depth)
    {
        if (Items.FindLast(item => item.Name == name) is { } existing)
        {
            existing.Value = value;
            return;
        }

        bool sorted = Items.Zip(Items.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Name, pair.Second.Name) <= 0);
        int index = sorted ? Items.FindIndex(item => string.CompareOrdinal(item.Name, name) > 0) : -1;
        Insert(index < 0 ? Items.Count : index, new JsonItem(value) { Name = name, RawName = style.Quote(name) }, style, depth);
    }

    /// <summary>Puts an item among the others; <paramref name="depth"/> is that of this container.</summary>
    public void Insert(int index, JsonItem item, JsonStyle style, int depth)
    {
        if (Items.Count == 0)
        {
            item.Before = style.LineBreak(depth + 1);
            item.After = style.LineBreak(depth);
        }
        else if (index == Items.Count)
        {
            // The last item carries the white space before the closing bracket.
            item.Before = Items.Count > 1 ? Items[^1].Before : Items[0].Before;
            item.After = Items[^1].After;
            Items[^1].After = "";
        }
        else
        {
            item.Before = Items[index].Before;
        }

        Items.Insert(index, item);
    }

    public void Remove(JsonItem item)
    {
        int index = Items.IndexOf(item);
        Items.RemoveAt(index);
        if (index == Items.Count && index > 0)
        {
            Items[^1].After = item.After;
        }
    }
}
