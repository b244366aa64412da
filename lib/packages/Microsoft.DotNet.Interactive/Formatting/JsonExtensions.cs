using System.Text.Json;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Tables from JSON.</summary>
public static class JsonExtensions
{
    public static TabularDataResource ToTabularDataResource(this JsonDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.RootElement.ToTabularDataResource();
    }

    /// <summary>The table of an array of objects.</summary>
    public static TabularDataResource ToTabularDataResource(this JsonElement jsonElement)
    {
        if (jsonElement.ValueKind != JsonValueKind.Array)
        {
            throw new ArgumentException($"A table is made of a JSON array of objects, not of {jsonElement.ValueKind}.", nameof(jsonElement));
        }

        return jsonElement.EnumerateArray().Select(Row).ToTabularDataResource();
    }

    private static Dictionary<string, object?> Row(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().ToDictionary(property => property.Name, property => Value(property.Value))
        : new Dictionary<string, object?> { ["value"] = Value(element) };

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.Number => element.TryGetInt64(out long whole) ? whole : element.GetDouble(),
        JsonValueKind.String => element.GetString(),
        _ => element.GetRawText(),
    };
}
