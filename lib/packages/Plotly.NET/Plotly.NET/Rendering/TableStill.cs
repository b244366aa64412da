using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>Columns of texts under a header.</summary>
internal static class TableStill
{
    private const double RowHeight = 24;

    public static void Draw(SvgCanvas canvas, Look trace, Rgb ink, double x, double y, double width)
    {
        var header = trace["header"]["values"].Items;
        var cells = trace["cells"]["values"].Items;
        int columns = Math.Max(header.Length, cells.Length);
        double column = width / Math.Max(1, columns);
        for (int c = 0; c < columns; c++)
        {
            string[] texts = [c < header.Length ? string.Join(" ", Texts(header[c])) : "", .. c < cells.Length ? Texts(cells[c]) : []];
            for (int r = 0; r < texts.Length; r++)
            {
                canvas.Rect(x + (c * column), y + (r * RowHeight), column, RowHeight, ink.WithOpacity(r == 0 ? 0.18 : 0), ink.WithOpacity(0.4));
                canvas.Text(x + ((c + 0.5) * column), y + (r * RowHeight) + 16, texts[r], ink, 12, "middle", bold: r == 0);
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement values) =>
        values.ValueKind == JsonValueKind.Array ? values.EnumerateArray().Select(Look.TextOf) : [Look.TextOf(values)];
}
