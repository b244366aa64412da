using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Formatting;

/// <summary>An array of several dimensions, as nested brackets with aligned columns.</summary>
internal static class Grid
{
    public static string Text(Array array, FormatContext context)
    {
        int limit = Formatter.ListExpansionLimitFor(array.GetType());
        string[] cells = [.. Shown(array, limit).Select(index => PlainText.Child(array.GetValue(index), context))];
        int width = cells.Length == 0 ? 0 : cells.Max(cell => cell.Length);
        int next = 0;
        StringBuilder text = new();
        Append(text, array, 0, limit, () => cells[next++].PadLeft(width));
        return text.ToString();
    }

    private static IEnumerable<int[]> Shown(Array array, int limit)
    {
        IEnumerable<int[]> indices = [[]];
        for (int dimension = 0; dimension < array.Rank; dimension++)
        {
            int first = array.GetLowerBound(dimension);
            int length = Math.Min(array.GetLength(dimension), limit);
            indices = indices.SelectMany(index => Enumerable.Range(first, length).Select(i => (int[])[.. index, i]));
        }

        return indices;
    }

    private static void Append(StringBuilder text, Array array, int dimension, int limit, Func<string> nextCell)
    {
        bool innermost = dimension == array.Rank - 1;
        int length = array.GetLength(dimension);
        int shown = Math.Min(length, limit);
        text.Append("[ ");
        for (int i = 0; i < shown; i++)
        {
            if (i > 0)
            {
                text.Append(innermost ? ", " : ",\n" + new string(' ', 2 * (dimension + 1)));
            }

            if (innermost)
            {
                text.Append(nextCell());
            }
            else
            {
                Append(text, array, dimension + 1, limit, nextCell);
            }
        }

        if (length > shown)
        {
            text.Append($" ... ({length - shown} more)");
        }

        text.Append(" ]");
    }
}
