using System.Text.Json.Serialization;

namespace Microsoft.DotNet.Interactive.Formatting.TabularData;

/// <summary>The columns of a table, after the Table Schema of Frictionless Data.</summary>
public class TableSchema
{
    [JsonPropertyName("primaryKey")]
    public List<string> PrimaryKey { get; set; } = [];

    [JsonPropertyName("fields")]
    public TableDataFieldDescriptors Fields { get; set; } = new();
}
