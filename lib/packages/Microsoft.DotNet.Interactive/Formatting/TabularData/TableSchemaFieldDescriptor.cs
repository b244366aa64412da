using System.Text.Json.Serialization;

namespace Microsoft.DotNet.Interactive.Formatting.TabularData;

/// <summary>One column.</summary>
public class TableSchemaFieldDescriptor(
    string name,
    TableSchemaFieldType? type = TableSchemaFieldType.Null,
    string? description = null,
    string? format = null)
{
    [JsonPropertyName("name")]
    public string Name { get; } = name;

    [JsonPropertyName("type")]
    public TableSchemaFieldType Type { get; } = type ?? TableSchemaFieldType.Null;

    [JsonPropertyName("description")]
    public string? Description { get; } = description;

    [JsonPropertyName("format")]
    public string? Format { get; } = format;
}
