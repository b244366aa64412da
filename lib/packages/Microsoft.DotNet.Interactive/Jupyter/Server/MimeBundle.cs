using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>The <c>data</c> of an output: mime type → content, JSON types as JSON, text/plain always among them.</summary>
internal static class MimeBundle
{
    private const string Plain = "text/plain";

    internal static JsonObject Create(IEnumerable<FormattedValue> formatted, object? value)
    {
        var data = new JsonObject();
        foreach (var one in formatted)
        {
            // A mime type's parameters (charset) mean nothing in a notebook, and front ends look the bare type up.
            var mime = one.MimeType.Split(';')[0].Trim();
            data[mime] = IsJson(mime) ? Unpack(one.Value) : one.Value;
        }

        if (!data.ContainsKey(Plain))
        {
            data[Plain] = PlainText(data, value);
        }

        return data;
    }

    internal static JsonObject Text(string text) => new() { [Plain] = text };

    private static bool IsJson(string mime) =>
        mime == "application/json" || (mime.EndsWith("+json", StringComparison.Ordinal) && mime.Contains('/', StringComparison.Ordinal));

    /// <summary>A formatter that writes broken JSON still shows what it wrote.</summary>
    private static JsonNode? Unpack(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(json);
        }
    }

    private static string PlainText(JsonObject data, object? value)
    {
        if (value is not null and not string)
        {
            try
            {
                return value.ToDisplayString(Plain);
            }
            catch (Exception broken)
            {
                // A user's formatter threw: the rich output is fine, and a kernel must survive its guests.
                return $"<{value.GetType().Name}: its text/plain formatter failed: {broken.Message}>";
            }
        }

        var mime = data.Select(pair => pair.Key).FirstOrDefault() ?? "nothing";
        return mime is "text/markdown" or "text/latex" or "text/html" && data[mime] is JsonValue text
            ? text.GetValue<string>()
            : $"<{mime}>";
    }
}
