using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace RnnNotebooks.Formatting;

/// <summary>Tables: of a sequence, a dictionary, a two-dimensional array, a tabular data resource.</summary>
internal static class HtmlTable
{
    private const int MaxColumns = 20;

    /// <summary>A row an item: a column a member where all items are of one type with plain members, else the item's own view.</summary>
    public static void WriteSequence(Sequence start, FormatContext context)
    {
        Member[]? columns = Columns(start);
        if (columns is null)
        {
            Open(context, "<i>index</i>", "value");
        }
        else
        {
            Open(context, ["<i>index</i>", .. columns.Select(column => HtmlText.Encode(column.Name))]);
        }

        for (int i = 0; i < start.Items.Count; i++)
        {
            context.Writer.Write($"<tr><td>{i}</td>");
            if (columns is null)
            {
                HtmlView.WriteCell(start.Items[i], context);
            }

            foreach (Member column in columns ?? [])
            {
                (object? value, Exception? failure) = column.TryRead(start.Items[i]!);
                HtmlView.WriteCell(failure ?? value, context);
            }

            context.Writer.Write("</tr>");
        }

        Close(context, start, (columns?.Length ?? 1) + 1);
    }

    public static void WriteDictionary(object dictionary, IEnumerable<KeyValuePair<object, object?>> entries, FormatContext context)
    {
        Sequence start = Sequence.Start(entries, Formatter.ListExpansionLimitFor(dictionary.GetType()));
        if (start.IsCut && Sequence.CountOf((System.Collections.IEnumerable)dictionary) is { } count)
        {
            start = start with { More = count - start.Items.Count };
        }

        Open(context, "<i>key</i>", "value");
        foreach (KeyValuePair<object, object?> entry in start.Items.Cast<KeyValuePair<object, object?>>())
        {
            context.Writer.Write("<tr>");
            HtmlView.WriteCell(entry.Key, context);
            HtmlView.WriteCell(entry.Value, context);
            context.Writer.Write("</tr>");
        }

        Close(context, start, 2);
    }

    public static void WriteGrid(Array grid, FormatContext context)
    {
        context.RequireDefaultStyles();
        int limit = Formatter.ListExpansionLimitFor(grid.GetType());
        int rows = Math.Min(grid.GetLength(0), limit);
        int columns = Math.Min(grid.GetLength(1), limit);
        bool cut = columns < grid.GetLength(1);
        int firstRow = grid.GetLowerBound(0);
        int firstColumn = grid.GetLowerBound(1);
        Open(context, ["<i>index</i>", .. Enumerable.Range(firstColumn, columns).Select(column => $"{column}"), .. cut ? ["..."] : Array.Empty<string>()]);
        for (int row = firstRow; row < firstRow + rows; row++)
        {
            context.Writer.Write($"<tr><td>{row}</td>");
            for (int column = firstColumn; column < firstColumn + columns; column++)
            {
                HtmlView.WriteCell(grid.GetValue(row, column), context);
            }

            context.Writer.Write(cut ? "<td class=\"dni-more\">...</td></tr>" : "</tr>");
        }

        Close(context, new Sequence([], grid.GetLength(0) - rows, null), columns + (cut ? 2 : 1));
    }

    public static void WriteResource(TabularDataResource resource, FormatContext context)
    {
        context.RequireDefaultStyles();
        string[] fields = [.. resource.Schema.Fields.Select(field => field.Name)];
        Open(context, [.. fields.Select(HtmlText.Encode)]);
        Sequence start = Sequence.Start(resource.Data, Formatter.ListExpansionLimitFor(typeof(TabularDataResource)));
        foreach (IEnumerable<KeyValuePair<string, object?>> row in start.Items.Cast<IEnumerable<KeyValuePair<string, object?>>>())
        {
            Dictionary<string, object?> values = new(row);
            context.Writer.Write("<tr>");
            foreach (string field in fields)
            {
                HtmlView.WriteCell(values.GetValueOrDefault(field), context);
            }

            context.Writer.Write("</tr>");
        }

        Close(context, start, Math.Max(fields.Length, 1));
    }

    private static Member[]? Columns(Sequence start)
    {
        if (start.Items.Count == 0 || start.Items[0]?.GetType() is not { } type || Opaque.Is(type) || typeof(System.Collections.IEnumerable).IsAssignableFrom(type)
            || typeof(Exception).IsAssignableFrom(type) || typeof(Microsoft.AspNetCore.Html.IHtmlContent).IsAssignableFrom(type)
            || !start.Items.TrueForAll(item => item?.GetType() == type) || DefaultFormatters.IsFormattedByHand(type))
        {
            return null;
        }

        Member[] members = Members.Of(type);
        return members.Length is > 0 and <= MaxColumns && Array.TrueForAll(members, member => Scalars.Is(member.Type)) ? members : null;
    }

    private static void Open(FormatContext context, params string[] headings) =>
        context.Writer.Write($"<table class=\"dni-table\"><thead><tr>{string.Concat(headings.Select(heading => $"<th>{heading}</th>"))}</tr></thead><tbody>");

    private static void Close(FormatContext context, Sequence start, int columns)
    {
        if (start.IsCut)
        {
            context.Writer.Write($"<tr><td colspan=\"{columns}\" class=\"dni-more\"><i>{start.Ellipsis}</i></td></tr>");
        }

        if (start.Failure is { } failure)
        {
            context.Writer.Write($"<tr><td colspan=\"{columns}\">{HtmlText.Encode(Summary.Of(failure))}</td></tr>");
        }

        context.Writer.Write("</tbody></table>");
    }
}
