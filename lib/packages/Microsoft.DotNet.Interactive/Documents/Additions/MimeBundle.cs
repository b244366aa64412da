using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RnnNotebooks.Documents;

/// <summary>A value in several mime types. Its order is that of adding; a notebook sorts it.</summary>
public sealed class MimeBundle : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> forms = [];

    public int Count => forms.Count;

    /// <summary>The form of a mime type: text, base64 of an image, or the text of JSON; null where there is none.</summary>
    public string? this[string mimeType] => forms.Find(form => form.Key == mimeType).Value;

    /// <summary>True for application/json and for every type that ends in +json: a notebook holds these as JSON, not as text.</summary>
    public static bool IsJson(string mimeType)
    {
        ArgumentNullException.ThrowIfNull(mimeType);
        return mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
    }

    /// <summary>Adds a form, or replaces that of the same mime type.</summary>
    public void Add(string mimeType, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        ArgumentNullException.ThrowIfNull(value);
        forms.RemoveAll(form => form.Key == mimeType);
        forms.Add(new(mimeType, value));
    }

    /// <summary>The bundle as it stands in a notebook, sorted by mime type.</summary>
    public JsonObject ToJson()
    {
        JsonObject data = [];
        foreach ((string mimeType, string value) in forms.OrderBy(form => form.Key, StringComparer.Ordinal))
        {
            data[mimeType] = IsJson(mimeType) ? ParseOrText(value) : IsSplit(mimeType) ? NotebookOutput.Lines(value) : value;
        }

        return data;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => forms.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static MimeBundle Read(JsonNode? data)
    {
        MimeBundle bundle = [];
        foreach ((string mimeType, JsonNode? value) in data as JsonObject ?? [])
        {
            bundle.Add(mimeType, IsJson(mimeType) ? value?.ToJsonString(Relaxed) ?? "null" : NotebookOutput.TextOf(value));
        }

        return bundle;
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool IsSplit(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "image/svg+xml" or "application/javascript";

    private static JsonNode? ParseOrText(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            // A formatter that says JSON and writes something else still shows what it wrote.
            return value;
        }
    }
}
