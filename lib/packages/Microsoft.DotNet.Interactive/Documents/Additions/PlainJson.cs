using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RnnNotebooks.Documents;

/// <summary>JSON as plain .NET values, for metadata: dictionaries, lists, strings, numbers, booleans.</summary>
internal static class PlainJson
{
    public static Dictionary<string, object?> ToDictionary(JsonObject json) =>
        json.ToDictionary(member => member.Key, member => ToPlain(member.Value));

    public static object? ToPlain(JsonNode? node) => node switch
    {
        null => null,
        JsonObject members => ToDictionary(members),
        JsonArray items => items.Select(ToPlain).ToList(),
        JsonValue value => ToPlain(value),
        _ => node.ToJsonString(),
    };

    public static JsonObject ToObject(IEnumerable<KeyValuePair<string, object?>>? members)
    {
        JsonObject json = [];
        foreach ((string name, object? value) in members ?? [])
        {
            json[name] = ToNode(value);
        }

        return json;
    }

    public static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        string text => text,
        IEnumerable<KeyValuePair<string, object?>> members => ToObject(members),
        System.Collections.IDictionary dictionary => ToObject(dictionary.Keys.Cast<object>()
            .Select(key => KeyValuePair.Create(Convert.ToString(key, CultureInfo.InvariantCulture) ?? "", dictionary[key]))),
        System.Collections.IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(ToNode)]),
        _ => JsonSerializer.SerializeToNode(value),
    };

    private static object? ToPlain(JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True or JsonValueKind.False:
                return value.GetValue<bool>();
            case JsonValueKind.String:
                return value.GetValue<string>();
        }

        // A number stays as it is written where no type of .NET would write it so.
        string raw = value.ToJsonString();
        if (int.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int small) && raw == small.ToString(CultureInfo.InvariantCulture))
        {
            return small;
        }

        return double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && JsonSerializer.Serialize(number) == raw
            ? number
            : JsonDocument.Parse(raw).RootElement.Clone();
    }
}
