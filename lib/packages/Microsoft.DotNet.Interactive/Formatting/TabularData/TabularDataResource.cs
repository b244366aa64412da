using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting.TabularData;

/// <summary>A table with its schema, after the Tabular Data Resource of Frictionless Data.</summary>
public class TabularDataResource(TableSchema schema, IEnumerable<IEnumerable<KeyValuePair<string, object?>>> data, string? profile = null)
{
    private const string DefaultProfile = "tabular-data-resource";

    public string Profile { get; } = profile ?? DefaultProfile;

    public TableSchema Schema { get; } = schema;

    public IEnumerable<IEnumerable<KeyValuePair<string, object?>>> Data { get; } = data;

    public TabularDataResourceJsonString ToJsonString() => new(TabularText.Json(this));
}
