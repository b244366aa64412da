using System.Globalization;
using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>A place in a figure's JSON, with the template's same place behind it: what the figure leaves open, the template says.</summary>
internal readonly struct Look(JsonElement own, JsonElement template)
{
    public Look this[string name] => new(Member(own, name), Member(template, name));

    /// <summary>An axis of the layout, such as <c>xaxis2</c>: the template's first one of its letter stands behind them all.</summary>
    public Look Axis(string letter, string number) => new(Member(own, letter + "axis" + number), Member(template, letter + "axis"));

    public bool Exists => Value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public JsonElement Value => own.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? template : own;

    public bool IsArray => Value.ValueKind == JsonValueKind.Array;

    public string? Text => Value.ValueKind switch
    {
        JsonValueKind.String => Value.GetString(),
        JsonValueKind.Number => Value.GetRawText(),
        _ => null,
    };

    public double? Number => ToNumber(Value);

    public bool? Flag => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(Value.GetString(), out bool flag) => flag,
        _ => null,
    };

    /// <summary>The items of an array, or the value itself as the only item.</summary>
    public JsonElement[] Items => IsArray ? [.. Value.EnumerateArray()] : Exists ? [Value] : [];

    /// <summary>Numbers; what is not one becomes not-a-number, which leaves a gap.</summary>
    public double[] Numbers => [.. Items.Select(item => ToNumber(item) ?? double.NaN)];

    /// <summary>Rows of numbers.</summary>
    public double[][] Rows => [.. Items.Select(row => row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().Select(e => ToNumber(e) ?? double.NaN).ToArray() : [])];

    public string[] Texts => [.. Items.Select(TextOf)];

    /// <summary>The i-th item of an array, or the value that all points share.</summary>
    public JsonElement At(int i) => !IsArray ? Value : i < Value.GetArrayLength() ? Value[i] : default;

    public static string TextOf(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString()!,
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => item.GetRawText(),
    };

    public static double? ToNumber(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Number)
            return item.GetDouble();
        return item.ValueKind == JsonValueKind.String && double.TryParse(item.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
    }

    public static JsonElement Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var found) ? found : default;
}
