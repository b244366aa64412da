using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

/// <summary>Shows values from a cell. In no namespace: a cell reaches it without a using.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value now, in the mime types given or those its type prefers.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes)
    {
        DisplayedValue displayed = new(value, FormattedValue.CreateManyFromObject(value, mimeTypes));
        Formatter.Publish(displayed);
        return displayed;
    }

    /// <summary>Shows text that is written in <paramref name="mimeType"/> already, such as text/html or text/markdown.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType)
    {
        DisplayedValue displayed = new(value, [new FormattedValue(mimeType, value)]);
        Formatter.Publish(displayed);
        return displayed;
    }

    /// <summary>Shows a sequence as a table, a row an item and a column a property.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> value, params string[] mimeTypes) =>
        value.ToTabularDataResource().Display(mimeTypes);
}
