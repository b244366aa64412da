using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting.TabularData;

/// <summary>The JSON of a table.</summary>
public class TabularDataResourceJsonString(string json) : JsonString(json)
{
    public static TabularDataResourceJsonString Create(
        IReadOnlyDictionary<string, Type> fields,
        IReadOnlyList<IDictionary<string, object?>> data)
    {
        ArgumentNullException.ThrowIfNull(fields);
        TableSchema schema = new();
        foreach ((string name, Type type) in fields)
        {
            schema.Fields.Add(new TableSchemaFieldDescriptor(name, type.ToTableSchemaFieldType()));
        }

        return new TabularDataResourceJsonString(TabularText.Json(new TabularDataResource(schema, data)));
    }
}
