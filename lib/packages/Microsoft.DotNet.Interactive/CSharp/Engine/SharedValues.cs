using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>Makes objects of values that arrived as text.</summary>
internal static class SharedValues
{
    public static object? FromFormatted(FormattedValue? formatted)
    {
        if (formatted is not { MimeType: "application/json" })
        {
            return formatted?.Value;
        }

        using var document = JsonDocument.Parse(formatted.Value);
        var root = document.RootElement;
        return root.ValueKind switch
        {
            JsonValueKind.String => root.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Null => null,
            JsonValueKind.Number => root.TryGetInt32(out int number) ? number : root.GetDouble(),
            _ => JsonNode.Parse(formatted.Value),
        };
    }
}
