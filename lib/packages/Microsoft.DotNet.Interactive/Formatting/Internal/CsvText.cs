using System.Collections;
using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace RnnNotebooks.Formatting;

/// <summary>A sequence as comma-separated values with a heading line, after RFC 4180 but with plain line feeds.</summary>
internal static class CsvText
{
    public static bool Write(object value, FormatContext context)
    {
        TabularDataResource table = value switch
        {
            TabularDataResource resource => resource,
            IEnumerable sequence and not string => TabularText.From(sequence, Sequence.ItemType(value.GetType()) ?? typeof(object)),
            _ => TabularText.From(new[] { value }, value.GetType()),
        };
        string[] names = [.. table.Schema.Fields.Select(field => field.Name)];
        context.Writer.Write(string.Join(",", names.Select(Quote)) + "\n");
        foreach (IEnumerable<KeyValuePair<string, object?>> row in table.Data)
        {
            Dictionary<string, object?> values = new(row);
            context.Writer.Write(string.Join(",", names.Select(name => Quote(Text(values.GetValueOrDefault(name))))) + "\n");
        }

        return true;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime time => time.ToString("o", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
        _ when Scalars.Is(value) => Scalars.Text(value),
        _ => value.ToDisplayString(PlainTextSummaryFormatter.MimeType),
    };

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
