using System.Globalization;
using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>A chart in one line, for readers without pictures: title, series, ranges.</summary>
internal static class FigureText
{
    /// <summary>Says what a figure shows.</summary>
    /// <param name="json">The figure: <c>{data, layout, …}</c>.</param>
    public static string Summary(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var layout = Member(root, "layout");
        string title = Text(layout, "title", "text") ?? "Chart";
        string[] series = [.. root.GetProperty("data").EnumerateArray().Select(Series)];
        return $"{Plain(title)}: {string.Join("; ", series.Take(8))}{(series.Length > 8 ? $"; and {series.Length - 8} more" : "")}";
    }

    private static string Series(JsonElement trace)
    {
        string kind = Text(trace, "type") ?? "scatter";
        string label = Text(trace, "name") is { Length: > 0 } name ? $"{Plain(name)} ({kind}" : $"({kind}";
        if (Member(trace, "z") is { ValueKind: JsonValueKind.Array } matrix && matrix.GetArrayLength() > 0 && matrix[0].ValueKind == JsonValueKind.Array)
            return $"{label}, {matrix.GetArrayLength()} × {matrix[0].GetArrayLength()}, {Range("values", matrix)})";
        string[] parts = [.. ((string[])["x", "y", "z", "values"]).Select(axis => Range(axis, Member(trace, axis))).Where(part => part.Length > 0)];
        int points = ((string[])["x", "y", "values"]).Select(axis => Member(trace, axis)).Select(e => e.ValueKind == JsonValueKind.Array ? e.GetArrayLength() : 0).Max();
        return $"{label}, {points} point{(points == 1 ? "" : "s")}{string.Concat(parts.Select(part => ", " + part))})";
    }

    private static string Range(string axis, JsonElement values)
    {
        double[] numbers = [.. Numbers(values).Where(double.IsFinite)];
        return numbers.Length == 0 ? "" : $"{axis} {Short(numbers.Min())} to {Short(numbers.Max())}";
    }

    private static IEnumerable<double> Numbers(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Numbers),
        JsonValueKind.Number => [value.GetDouble()],
        _ => [],
    };

    private static string Short(double value) => value.ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−');

    // Titles may hold plotly's HTML
    private static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, "<[^>]*>", " ").Trim();

    private static JsonElement Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var found) ? found : default;

    private static string? Text(JsonElement of, params string[] path)
    {
        foreach (string name in path)
            of = Member(of, name);
        return of.ValueKind == JsonValueKind.String ? of.GetString() : null;
    }
}
