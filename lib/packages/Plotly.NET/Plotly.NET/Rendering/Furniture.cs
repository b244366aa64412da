namespace Plotly.NET.Rendering;

/// <summary>What stands around the plots: margins, legend, colour bar, title, notes and shapes.</summary>
internal static class Furniture
{
    private const double LegendKey = 36;

    /// <summary>Leaves as much margin as labels, titles, legend and colour bar need.</summary>
    public static PlotFrame Frame(Look layout, double width, double height, string[] legend, bool colorBar, Subplot[] flat)
    {
        var margin = layout["margin"];
        bool title = layout["title"]["text"].Text is { Length: > 0 } || layout["title"].Text is { Length: > 0 };
        bool notesOnTop = layout["annotations"].Items.Any(a => Look.ToNumber(Look.Member(a, "y")) >= 0.99 && Look.TextOf(Look.Member(a, "yref")) == "paper");
        double labels = flat.Select(s => s.LabelWidth * 6.8).DefaultIfEmpty(0).Max();
        double left = margin["l"].Number is { } l and < 80 ? l : 22 + Math.Min(labels, width * 0.3) + (flat.Any(s => s.HasYTitle) ? 22 : 0);
        double right = 18 + (colorBar ? 62 : 0);
        bool beside = legend.Length > 0 && IsBeside(layout);
        if (beside)
            right += LegendWidth(legend) + 12;
        double top = (title ? 48 : 16) + (notesOnTop ? 22 : 0);
        double longest = flat.SelectMany(s => s.X.Categories).Select(c => SvgCanvas.Width(c)).DefaultIfEmpty(0).Max();
        int most = flat.Select(s => s.X.Categories.Count).DefaultIfEmpty(0).Max();
        double slanted = longest > (width - left - right) / Math.Max(1, most) ? Math.Min(longest * 0.8, 70) : 0;
        double bottom = 30 + (flat.Any(s => s.HasXTitle) ? 22 : 0) + slanted;
        if (legend.Length > 0 && !beside && layout["legend"]["orientation"].Text == "h" && (layout["legend"]["y"].Number ?? -0.1) < 0)
            bottom += 26;
        return new PlotFrame(left, top, Math.Max(width - left - right, 40), Math.Max(height - top - bottom, 40));
    }

    public static void Title(SvgCanvas canvas, Look layout, PlotFrame frame, Theme theme, double width)
    {
        string? text = layout["title"]["text"].Text ?? layout["title"].Text;
        if (string.IsNullOrEmpty(text))
            return;
        double size = layout["title"]["font"]["size"].Number ?? 17;
        double place = layout["title"]["x"].Number ?? 0.5;
        bool middle = place is > 0.3 and < 0.7;
        canvas.Text(middle ? place * width : frame.Left, 28, text, Rgb.Parse(layout["title"]["font"]["color"].Text) ?? theme.Ink, size, middle ? "middle" : "start");
    }

    public static void Legend(SvgCanvas canvas, Look layout, IReadOnlyList<LegendEntry> keys, PlotFrame frame, Theme theme, bool colorBar)
    {
        if (keys.Count == 0)
            return;
        var look = layout["legend"];
        bool flat = look["orientation"].Text == "h";
        string? title = look["title"]["text"].Text;
        double width = LegendWidth([.. keys.Select(k => k.Name), title ?? ""]), height = (keys.Count + (title is null ? 0 : 1)) * 19;
        double x = frame.Right + 12 + (colorBar ? 62 : 0), y = frame.Top + 8;
        if (!IsBeside(layout))
        {
            x = frame.Left + ((look["x"].Number ?? 0) * frame.Width);
            y = frame.Top + ((1 - (look["y"].Number ?? (flat ? -0.1 : 1))) * frame.Height) + 10;
            x -= look["xanchor"].Text == "right" || (look["xanchor"].Text is null && look["x"].Number > 0.66) ? width : 0;
            y = look["yanchor"].Text == "bottom" || (look["yanchor"].Text is null && look["y"].Number < 0.33 && !flat) ? y - height : y;
            if (flat)
                y = look["y"].Number is > 1 ? frame.Top - 12 : frame.Bottom + 50;
        }
        if (title is not null)
        {
            canvas.Text(x, y + 4, title, theme.Ink, 12, bold: true);
            y += flat ? 0 : 19;
            x += flat ? SvgCanvas.Width(title) + 16 : 0;
        }
        foreach (var key in keys)
        {
            key.Draw(canvas, x, y);
            canvas.Text(x + LegendKey, y + 4, key.Name, theme.Ink);
            if (flat)
                x += LegendKey + SvgCanvas.Width(key.Name) + 18;
            else
                y += 19;
        }
    }

    public static void ColorBar(SvgCanvas canvas, MatrixStill matrix, PlotFrame frame, Theme theme)
    {
        // A length is a share of the plots' height, and a place the middle of the bar
        double height = frame.Height * (matrix.ColorBar["len"].Number ?? 1);
        double x = frame.Right + 14, top = frame.Bottom - (frame.Height * (matrix.ColorBar["y"].Number ?? 0.5)) - (height / 2);
        var colors = matrix.Colors;
        byte[][] pixels = [.. Enumerable.Range(0, 64).Select(i => colors.At(1 - (i / 63.0)).Bytes)];
        canvas.Image(x, top, 14, height, Png.DataUri(pixels));
        double span = matrix.High - matrix.Low;
        double step = Ticks.Step(span, (int)(height / 45));
        foreach (double value in Ticks.Between(matrix.Low, matrix.High, step))
            canvas.Text(x + 19, top + (height * (1 - ((value - matrix.Low) / Math.Max(span, 1e-300)))) + 4, Ticks.Label(value, step), theme.Ink, 11);
        if (matrix.ColorBar["title"]["text"].Text is { Length: > 0 } title)
            canvas.Text(x, top - 8, title, theme.Ink, 12);
    }

    /// <summary>Annotations and shapes, in the coordinates of their axes or of the paper.</summary>
    public static void Notes(SvgCanvas canvas, Look layout, Subplot[] flat, PlotFrame frame, Theme theme)
    {
        foreach (var item in layout["shapes"].Items)
            Shape(canvas, new Look(item, default), flat, frame, theme);
        foreach (var item in layout["annotations"].Items)
            Note(canvas, new Look(item, default), flat, frame, theme);
    }

    private static void Note(SvgCanvas canvas, Look note, Subplot[] flat, PlotFrame frame, Theme theme)
    {
        double x = X(note["x"], note["xref"].Text ?? "x", flat, frame), y = Y(note["y"], note["yref"].Text ?? "y", flat, frame);
        if (!double.IsFinite(x) || !double.IsFinite(y))
            return;
        var color = Rgb.Parse(note["font"]["color"].Text) ?? theme.Ink;
        double size = note["font"]["size"].Number ?? 12;
        bool paper = note["xref"].Text == "paper";
        string anchor = note["xanchor"].Text switch
        {
            "left" => "start",
            "right" => "end",
            "center" => "middle",
            _ => paper && note["x"].Number <= 0.33 ? "start" : paper && note["x"].Number >= 0.67 ? "end" : "middle",
        };
        double drop = note["yanchor"].Text switch { "bottom" => -4, "top" => size, _ => size * 0.35 };
        if (note["showarrow"].Flag ?? true)
        {
            double tailX = x + (note["ax"].Number ?? -10), tailY = y + (note["ay"].Number ?? -30);
            canvas.Line(tailX, tailY, x, y, Rgb.Parse(note["arrowcolor"].Text) ?? color, note["arrowwidth"].Number ?? 1);
            canvas.Circle(x, y, 2, color);
            canvas.Text(tailX, tailY - 4, note["text"].Text ?? "", color, size, "middle");
            return;
        }
        canvas.Text(x + (note["xshift"].Number ?? 0), y + drop - (note["yshift"].Number ?? 0), note["text"].Text ?? "", color, size, anchor, note["textangle"].Number ?? 0);
    }

    private static void Shape(SvgCanvas canvas, Look shape, Subplot[] flat, PlotFrame frame, Theme theme)
    {
        string xref = shape["xref"].Text ?? "x", yref = shape["yref"].Text ?? "y";
        double x0 = X(shape["x0"], xref, flat, frame), x1 = X(shape["x1"], xref, flat, frame), y0 = Y(shape["y0"], yref, flat, frame), y1 = Y(shape["y1"], yref, flat, frame);
        if (!double.IsFinite(x0 + x1 + y0 + y1))
            return;
        var line = Rgb.Parse(shape["line"]["color"].Text) ?? theme.Ink;
        double width = shape["line"]["width"].Number ?? 2;
        string dash = shape["line"]["dash"].Text is null or "solid" ? "" : "6,4";
        if (shape["type"].Text == "line")
            canvas.Line(x0, y0, x1, y1, line, width, dash);
        else
            canvas.Rect(Math.Min(x0, x1), Math.Min(y0, y1), Math.Abs(x1 - x0), Math.Abs(y1 - y0), (Rgb.Parse(shape["fillcolor"].Text) ?? line with { A = 0 }).WithOpacity(shape["opacity"].Number ?? 1), line, width);
    }

    private static double X(Look at, string reference, Subplot[] flat, PlotFrame frame)
    {
        if (reference == "paper")
            return frame.Left + ((at.Number ?? 0) * frame.Width);
        var axis = flat.FirstOrDefault(s => s.XId == reference.Split(' ')[0])?.X;
        if (axis is null)
            return double.NaN;
        return reference.EndsWith("domain", StringComparison.Ordinal) ? axis.Start + ((at.Number ?? 0) * (axis.End - axis.Start)) : axis.Pixel(Raw(axis, at));
    }

    private static double Y(Look at, string reference, Subplot[] flat, PlotFrame frame)
    {
        if (reference == "paper")
            return frame.Top + ((1 - (at.Number ?? 0)) * frame.Height);
        var axis = flat.FirstOrDefault(s => s.YId == reference.Split(' ')[0])?.Y;
        if (axis is null)
            return double.NaN;
        return reference.EndsWith("domain", StringComparison.Ordinal) ? axis.Start + ((at.Number ?? 0) * (axis.End - axis.Start)) : axis.Pixel(Raw(axis, at));
    }

    // On a logarithmic axis, notes give the exponent; on a category axis a number is the category's place
    private static double Raw(AxisScale axis, Look at) =>
        axis.Kind is AxisScale.Kinds.Log or AxisScale.Kinds.Category && at.Number is { } number && at.Value.ValueKind == System.Text.Json.JsonValueKind.Number ? number : axis.Place(at.Value);

    private static bool IsBeside(Look layout) => layout["legend"]["orientation"].Text != "h" && (layout["legend"]["x"].Number ?? 1.02) >= 1;

    private static double LegendWidth(string[] names) => names.Select(n => SvgCanvas.Width(n)).DefaultIfEmpty(0).Max() + LegendKey + 4;
}
