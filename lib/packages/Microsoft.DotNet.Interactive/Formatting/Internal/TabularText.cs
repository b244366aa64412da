using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace RnnNotebooks.Formatting;

/// <summary>Makes tables of sequences, and JSON of tables.</summary>
internal static class TabularText
{
    public static JsonSerializerOptions CreateOptions()
    {
        JsonSerializerOptions options = new(JsonFormatter.SerializerOptions)
        {
            WriteIndented = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        options.Converters.Add(new JsonStringEnumConverter<TableSchemaFieldType>(JsonNamingPolicy.CamelCase));
        return options;
    }

    public static bool Write(object value, FormatContext context)
    {
        TabularDataResource? table = value switch
        {
            TabularDataResource resource => resource,
            string => null,
            IEnumerable sequence => From(sequence, Sequence.ItemType(value.GetType()) ?? typeof(object)),
            _ => null,
        };
        context.Writer.Write(table is null ? PlainText.Child(value, context) : Json(table));
        return true;
    }

    public static string Json(TabularDataResource table)
    {
        var written = new
        {
            profile = table.Profile,
            schema = table.Schema,
            data = table.Data.Select(row => row.ToDictionary(pair => pair.Key, pair => pair.Value)),
        };
        return JsonSerializer.Serialize(written, TabularDataResourceFormatter.JsonSerializerOptions);
    }

    /// <summary>The first rows under the names of their columns, for a page without tables.</summary>
    public static string Columns(TabularDataResource table)
    {
        string[] names = [.. table.Schema.Fields.Select(field => field.Name)];
        string[][] rows = [names, .. table.Data.Take(Formatter.ListExpansionLimit).Select(row => Texts(names, row))];
        int[] widths = [.. names.Select((_, column) => rows.Max(row => row[column].Length))];
        IEnumerable<string> lines = rows.Select(row => string.Join("  ", row.Select((text, column) => text.PadRight(widths[column]))).TrimEnd());
        int more = table.Data.Count() - Formatter.ListExpansionLimit;
        return string.Join('\n', more > 0 ? lines.Append($"... ({more} more)") : lines);
    }

    public static TabularDataResource From(IEnumerable source, Type itemType)
    {
        List<IReadOnlyList<KeyValuePair<string, object?>>> rows = [];
        Dictionary<string, Type?> fields = [];
        foreach (object? item in source)
        {
            IReadOnlyList<KeyValuePair<string, object?>> row = Row(item);
            rows.Add(row);
            foreach ((string name, object? value) in row)
            {
                fields[name] = fields.GetValueOrDefault(name) ?? value?.GetType();
            }
        }

        TableSchema schema = new();
        Dictionary<string, Type> declared = rows.Count == 0 || !Scalars.Is(itemType)
            ? Members.Of(itemType).ToDictionary(member => member.Name, member => member.Type)
            : [];
        foreach ((string name, Type? type) in rows.Count == 0 ? declared.Select(pair => KeyValuePair.Create(pair.Key, (Type?)pair.Value)) : fields)
        {
            schema.Fields.Add(new TableSchemaFieldDescriptor(name, FieldType(declared.GetValueOrDefault(name) ?? type)));
        }

        return new TabularDataResource(schema, rows);
    }

    public static TableSchemaFieldType FieldType(Type? type) => (type is null ? null : Nullable.GetUnderlyingType(type) ?? type) switch
    {
        null => TableSchemaFieldType.Null,
        { } t when t == typeof(bool) => TableSchemaFieldType.Boolean,
        { } t when t == typeof(DateTime) || t == typeof(DateTimeOffset) || t == typeof(DateOnly) => TableSchemaFieldType.DateTime,
        { } t when t == typeof(float) || t == typeof(double) || t == typeof(decimal) || t == typeof(Half) => TableSchemaFieldType.Number,
        { IsEnum: true } => TableSchemaFieldType.String,
        { } t when t == typeof(char) || t == typeof(string) || t == typeof(Guid) || t == typeof(Uri) || t == typeof(TimeSpan) => TableSchemaFieldType.String,
        { IsPrimitive: true } => TableSchemaFieldType.Integer,
        { } t when t != typeof(object) && typeof(IEnumerable).IsAssignableFrom(t) && !typeof(IDictionary).IsAssignableFrom(t) => TableSchemaFieldType.Array,
        { } t when t == typeof(object) => TableSchemaFieldType.Any,
        _ => TableSchemaFieldType.Object,
    };

    private static string[] Texts(string[] names, IEnumerable<KeyValuePair<string, object?>> row)
    {
        Dictionary<string, object?> values = new(row);
        return [.. names.Select(name => values.GetValueOrDefault(name) is { } value ? Summary.Of(value) : Formatter.NullString)];
    }

    private static IReadOnlyList<KeyValuePair<string, object?>> Row(object? item)
    {
        switch (item)
        {
            case null:
                return [];
            case IEnumerable<KeyValuePair<string, object?>> pairs:
                return [.. pairs];
            case string or ValueType when Scalars.Is(item):
                return [KeyValuePair.Create("value", (object?)item)];
        }

        if (Entries.TryRead(item, out IEnumerable<KeyValuePair<object, object?>> entries))
        {
            return [.. entries.Select(entry => KeyValuePair.Create(entry.Key.ToString() ?? "", entry.Value))];
        }

        return [.. Members.Of(item.GetType()).Select(member =>
        {
            (object? value, Exception? failure) = member.TryRead(item);
            return KeyValuePair.Create(member.Name, failure is null ? value : failure.Message);
        })];
    }
}
