using System.Text.Json;
using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting.TabularData;

/// <summary>application/vnd.dataresource+json.</summary>
public static class TabularDataResourceFormatter
{
    public const string MimeType = "application/vnd.dataresource+json";

    public static JsonSerializerOptions JsonSerializerOptions { get; } = TabularText.CreateOptions();

    /// <summary>The table of a sequence: a row an item, a column a property or a dictionary's key.</summary>
    public static TabularDataResource ToTabularDataResource<T>(this IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return TabularText.From(source, typeof(T));
    }

    public static TableSchemaFieldType ToTableSchemaFieldType(this Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return TabularText.FieldType(type);
    }
}
