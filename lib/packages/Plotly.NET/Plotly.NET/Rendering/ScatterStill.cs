using System.Text;
using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>Lines, points, filled areas and text.</summary>
internal sealed class ScatterStill(Look trace, Rgb color, ScatterStill? below) : Still(trace, color)
{
    private double[] _x = [], _y = [];

    private string Mode => Trace["mode"].Text ?? (_x.Length < 20 ? "lines+markers" : "lines");

    private bool HasLines => Mode.Contains("lines", StringComparison.Ordinal);

    private bool HasMarkers => Mode.Contains("markers", StringComparison.Ordinal);

    private Rgb LineColor => (Rgb.Parse(Trace["line"]["color"].Text) ?? Color).WithOpacity(Opacity);

    private double LineWidth => Trace["line"]["width"].Number ?? 2;

    private string LineDash => Dash(Trace["line"]["dash"].Text, LineWidth);

    public override void Extend(AxisScale x, AxisScale y)
    {
        var ys = Trace["y"].Items;
        var xs = Trace["x"].Exists ? Trace["x"].Items : [.. ys.Select((_, i) => JsonSerializer.SerializeToElement(i))];
        int count = Math.Min(xs.Length, ys.Length);
        _x = [.. xs.Take(count).Select(x.Place)];
        _y = [.. ys.Take(count).Select(y.Place)];
        if (Trace["stackgroup"].Exists && below is not null)
            _y = [.. _y.Select((v, i) => v + (i < below._y.Length ? below._y[i] : 0))];
        foreach (double place in _x)
            x.Include(place);
        foreach (double place in _y)
            y.Include(place);
        var (up, down) = Errors();
        for (int i = 0; i < Math.Min(_y.Length, up.Length); i++)
        {
            y.Include(_y[i] + up[i]);
            y.Include(_y[i] - down[i]);
        }
        string fill = Trace["fill"].Text ?? "";
        if (fill == "tozeroy" || Trace["stackgroup"].Exists)
        {
            y.Include(0);
            y.StandsOnZero = true;
        }
        x.WantsRoom |= HasMarkers || Mode.Contains("text", StringComparison.Ordinal);
    }

    public override void Draw(SvgCanvas canvas, AxisScale x, AxisScale y)
    {
        Fill(canvas, x, y);
        if (HasLines && LineWidth > 0)
            canvas.Path(Path(x, y, _x, _y), null, LineColor, LineWidth, LineDash);
        ErrorBars(canvas, x, y);
        var texts = Trace["text"];
        for (int i = 0; i < _x.Length; i++)
        {
            if (!double.IsFinite(_x[i]) || !double.IsFinite(_y[i]))
                continue;
            double px = x.Pixel(_x[i]), py = y.Pixel(_y[i]);
            if (HasMarkers)
                Marker(canvas, i, px, py);
            if (Mode.Contains("text", StringComparison.Ordinal))
                Label(canvas, Look.TextOf(texts.At(i)), px, py);
        }
    }

    public override void DrawKey(SvgCanvas canvas, double x, double y)
    {
        if (HasLines && LineWidth > 0)
            canvas.Line(x, y, x + 28, y, LineColor, LineWidth, LineDash);
        if (!HasMarkers)
            return;
        if (Trace["marker"]["symbol"].Exists)
            Marker(canvas, 0, x + 14, y, largest: 6);
        else
            canvas.Circle(x + 14, y, 3.5, MarkerColor(0));
    }

    private void Fill(SvgCanvas canvas, AxisScale x, AxisScale y)
    {
        string fill = Trace["fill"].Text ?? (Trace["stackgroup"].Exists ? "tonexty" : "none");
        if (fill == "none" || _x.Length == 0)
            return;
        string floor = fill == "tonexty" && below is not null && below._x.Length > 0
            ? Path(x, y, [.. below._x.Reverse()], [.. below._y.Reverse()]).Replace('M', 'L')
            : $"L{SvgCanvas.N(x.Pixel(_x[^1]))} {SvgCanvas.N(y.Pixel(Math.Max(y.Place(0), Math.Min(y.Low, y.High))))}L{SvgCanvas.N(x.Pixel(_x[0]))} {SvgCanvas.N(y.Pixel(Math.Max(0, Math.Min(y.Low, y.High))))}";
        var color = Rgb.Parse(Trace["fillcolor"].Text) ?? LineColor.WithOpacity(0.4);
        canvas.Path(fill == "toself" ? Path(x, y, _x, _y) + "Z" : Path(x, y, _x, _y) + floor + "Z", color, null);
    }

    private string Path(AxisScale x, AxisScale y, double[] xs, double[] ys)
    {
        var path = new StringBuilder();
        bool pen = false;
        string shape = Trace["line"]["shape"].Text ?? "linear";
        double smoothing = Trace["line"]["smoothing"].Number ?? 1;
        for (int i = 0; i < xs.Length; i++)
        {
            if (!double.IsFinite(xs[i]) || !double.IsFinite(ys[i]))
            {
                pen = Trace["connectgaps"].Flag == true && pen;
                continue;
            }
            string px = SvgCanvas.N(x.Pixel(xs[i])), py = SvgCanvas.N(y.Pixel(ys[i]));
            path.Append((pen, shape) switch
            {
                (false, _) => $"M{px} {py}",
                (true, "hv") => $"H{px}V{py}",
                (true, "vh") => $"V{py}H{px}",
                (true, "spline") => Curve(i),
                _ => $"L{px} {py}",
            });
            pen = true;
        }
        return path.ToString();

        // Through every point, in the direction from the point before it to the one after it
        string Curve(int i)
        {
            var (fromX, fromY) = Slope(i - 1);
            var (toX, toY) = Slope(i);
            double x0 = x.Pixel(xs[i - 1]), y0 = y.Pixel(ys[i - 1]), x1 = x.Pixel(xs[i]), y1 = y.Pixel(ys[i]);
            return $"C{SvgCanvas.N(x0 + fromX)} {SvgCanvas.N(y0 + fromY)} {SvgCanvas.N(x1 - toX)} {SvgCanvas.N(y1 - toY)} {SvgCanvas.N(x1)} {SvgCanvas.N(y1)}";
        }

        (double X, double Y) Slope(int i)
        {
            if (i == 0 || i == xs.Length - 1 || !double.IsFinite(xs[i - 1] + ys[i - 1] + xs[i + 1] + ys[i + 1]))
                return (0, 0);
            double part = smoothing / 6;
            return ((x.Pixel(xs[i + 1]) - x.Pixel(xs[i - 1])) * part, (y.Pixel(ys[i + 1]) - y.Pixel(ys[i - 1])) * part);
        }
    }

    private Rgb MarkerColor(int i)
    {
        var marker = Trace["marker"];
        var own = marker["color"].At(i);
        double opacity = (Look.ToNumber(marker["opacity"].At(i)) ?? 1) * Opacity;
        if (own.ValueKind == JsonValueKind.Number)
        {
            double[] all = marker["color"].Numbers;
            double low = marker["cmin"].Number ?? all.Min(), high = marker["cmax"].Number ?? all.Max();
            return Scale.Of(marker["colorscale"], marker["reversescale"].Flag == true).At((own.GetDouble() - low) / Math.Max(high - low, 1e-12)).WithOpacity(opacity);
        }
        return (Rgb.Parse(own.ValueKind == JsonValueKind.String ? own.GetString() : null) ?? Rgb.Parse(Trace["line"]["color"].Text) ?? Color).WithOpacity(opacity);
    }

    private void Marker(SvgCanvas canvas, int i, double x, double y, double largest = double.MaxValue)
    {
        var marker = Trace["marker"];
        double r = Math.Min((Look.ToNumber(marker["size"].At(i)) ?? 6) / 2, largest);
        var color = MarkerColor(i);
        string symbol = Look.TextOf(marker["symbol"].At(i));
        bool open = symbol.Contains("open", StringComparison.Ordinal) || (int.TryParse(symbol, out int code) && code / 100 % 2 == 1);
        var stroke = open ? color : Rgb.Parse(marker["line"]["color"].Text);
        double width = open ? 1.5 : marker["line"]["width"].Number ?? (stroke is null ? 0 : 1);
        var fill = open ? color with { A = 0 } : color;
        string Move(params (double X, double Y)[] corners) =>
            string.Join('L', corners.Select(c => $"{SvgCanvas.N(x + (c.X * r))} {SvgCanvas.N(y + (c.Y * r))}")).Insert(0, "M") + "Z";
        switch (int.TryParse(symbol, out int number) ? (number % 100).ToString(System.Globalization.CultureInfo.InvariantCulture) : symbol.Replace("-open", "", StringComparison.Ordinal))
        {
            case "1" or "square":
                canvas.Path(Move((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)), fill, stroke, width);
                break;
            case "2" or "diamond":
                canvas.Path(Move((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)), fill, stroke, width);
                break;
            case "3" or "cross":
                canvas.Path($"M{SvgCanvas.N(x - r)} {SvgCanvas.N(y)}h{SvgCanvas.N(2 * r)}M{SvgCanvas.N(x)} {SvgCanvas.N(y - r)}v{SvgCanvas.N(2 * r)}", null, color, r * 0.8);
                break;
            case "4" or "x":
                canvas.Path($"M{SvgCanvas.N(x - r)} {SvgCanvas.N(y - r)}l{SvgCanvas.N(2 * r)} {SvgCanvas.N(2 * r)}M{SvgCanvas.N(x - r)} {SvgCanvas.N(y + r)}l{SvgCanvas.N(2 * r)} {SvgCanvas.N(-2 * r)}", null, color, r * 0.7);
                break;
            case "5" or "triangle-up":
                canvas.Path(Move((-1.1, 0.8), (0, -1.2), (1.1, 0.8)), fill, stroke, width);
                break;
            case "6" or "triangle-down":
                canvas.Path(Move((-1.1, -0.8), (0, 1.2), (1.1, -0.8)), fill, stroke, width);
                break;
            default:
                canvas.Circle(x, y, r, fill, stroke, width);
                break;
        }
    }

    private void Label(SvgCanvas canvas, string text, double x, double y)
    {
        if (text.Length == 0)
            return;
        string position = Trace["textposition"].Text ?? "middle center";
        var color = Rgb.Parse(Trace["textfont"]["color"].Text) ?? LineColor;
        double dx = position.EndsWith("left", StringComparison.Ordinal) ? -7 : position.EndsWith("right", StringComparison.Ordinal) ? 7 : 0;
        double dy = position.StartsWith("top", StringComparison.Ordinal) ? -7 : position.StartsWith("bottom", StringComparison.Ordinal) ? 16 : 4;
        canvas.Text(x + dx, y + dy, text, color, Trace["textfont"]["size"].Number ?? 12, dx < 0 ? "end" : dx > 0 ? "start" : "middle");
    }

    private (double[] Up, double[] Down) Errors()
    {
        var error = Trace["error_y"];
        double[] up = error["array"].IsArray ? error["array"].Numbers : [];
        return (up, error["arrayminus"].IsArray ? error["arrayminus"].Numbers : up);
    }

    private void ErrorBars(SvgCanvas canvas, AxisScale x, AxisScale y)
    {
        var (up, down) = Errors();
        var color = Rgb.Parse(Trace["error_y"]["color"].Text) ?? LineColor;
        for (int i = 0; i < Math.Min(_x.Length, up.Length); i++)
        {
            double px = x.Pixel(_x[i]), top = y.Pixel(_y[i] + up[i]), bottom = y.Pixel(_y[i] - down[i]);
            canvas.Line(px, top, px, bottom, color, 1.5);
            canvas.Line(px - 4, top, px + 4, top, color, 1.5);
            canvas.Line(px - 4, bottom, px + 4, bottom, color, 1.5);
        }
    }
}
