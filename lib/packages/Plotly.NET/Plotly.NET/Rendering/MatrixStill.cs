using System.Globalization;
using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>A value per cell as a colour: heat maps and two-dimensional counts.</summary>
internal class MatrixStill(Look trace, Rgb color, Rgb gapColor) : Still(trace, color)
{
    // Beyond this many cells a picture inside the picture is smaller than rectangles
    private const int MostRectangles = 150;

    private double[][] _z = [];

    private double[] _xEdges = [], _yEdges = [];

    /// <summary>Rows of values.</summary>
    protected double[][] Values => _z;

    /// <summary>The middles of the columns, in the axis's places.</summary>
    protected double[] XMiddles => Middles(_xEdges);

    /// <summary>The middles of the rows, in the axis's places.</summary>
    protected double[] YMiddles => Middles(_yEdges);

    private string Kind => Trace["type"].Text ?? "heatmap";

    public bool HasColorBar => Trace["showscale"].Flag ?? true;

    public double Low { get; private set; }

    public double High { get; private set; }

    public Scale Colors => Scale.Of(Trace["colorscale"], Trace["reversescale"].Flag == true);

    public Look ColorBar => Trace["colorbar"];

    public override void Extend(AxisScale x, AxisScale y)
    {
        if (Kind is "histogram2d" or "histogram2dcontour")
        {
            Count(x, y);
        }
        else
        {
            _z = Trace["z"].Rows;
            if (Trace["transpose"].Flag == true)
                _z = [.. Enumerable.Range(0, _z.Length == 0 ? 0 : _z[0].Length).Select(c => _z.Select(row => row[c]).ToArray())];
            _xEdges = Edges(Trace["x"], x, _z.Length == 0 ? 0 : _z.Max(row => row.Length));
            _yEdges = Edges(Trace["y"], y, _z.Length);
        }
        double[] finite = [.. _z.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty(0)];
        Low = Trace["zmin"].Number ?? finite.Min();
        High = Trace["zmax"].Number ?? finite.Max();
        if (Trace["zmid"].Number is { } mid)
            (Low, High) = (mid - Math.Max(mid - Low, High - mid), mid + Math.Max(mid - Low, High - mid));
        foreach (double place in XExtent)
            x.Include(place);
        foreach (double place in YExtent)
            y.Include(place);
        x.IsTight = y.IsTight = true;
    }

    /// <summary>The places between which this is drawn.</summary>
    protected virtual double[] XExtent => _xEdges;

    protected virtual double[] YExtent => _yEdges;

    public override void Draw(SvgCanvas canvas, AxisScale x, AxisScale y)
    {
        var colors = Colors;
        if (_z.Sum(row => row.Length) <= MostRectangles)
            canvas.Crisp(() => Rectangles(canvas, colors, x, y));
        else
            Picture(canvas, colors, x, y);
        if (Trace["texttemplate"].Exists)
            Texts(canvas, colors, x, y);
    }

    private void Rectangles(SvgCanvas canvas, Scale colors, AxisScale x, AxisScale y)
    {
        double xGap = Trace["xgap"].Number ?? 0, yGap = Trace["ygap"].Number ?? 0;
        for (int r = 0; r < _z.Length; r++)
        {
            for (int c = 0; c < _z[r].Length; c++)
            {
                double x0 = x.Pixel(_xEdges[c]), x1 = x.Pixel(_xEdges[c + 1]), y0 = y.Pixel(_yEdges[r]), y1 = y.Pixel(_yEdges[r + 1]);
                canvas.Rect(Math.Min(x0, x1) + (xGap / 2), Math.Min(y0, y1) + (yGap / 2), Math.Abs(x1 - x0) - xGap, Math.Abs(y1 - y0) - yGap, CellColor(_z[r][c], colors));
            }
        }
    }

    private void Picture(SvgCanvas canvas, Scale colors, AxisScale x, AxisScale y)
    {
        double x0 = x.Pixel(_xEdges[0]), x1 = x.Pixel(_xEdges[^1]), y0 = y.Pixel(_yEdges[0]), y1 = y.Pixel(_yEdges[^1]);
        IEnumerable<double[]> rows = y0 > y1 ? _z.Reverse() : _z;
        byte[][] pixels = [.. rows.Select(row => (x0 > x1 ? row.Reverse() : row).SelectMany(v => CellColor(v, colors).Bytes).ToArray())];
        canvas.Image(Math.Min(x0, x1), Math.Min(y0, y1), Math.Abs(x1 - x0), Math.Abs(y1 - y0), Png.DataUri(pixels));
    }

    protected Rgb CellColor(double value, Scale colors) =>
        double.IsFinite(value) ? colors.At((value - Low) / Math.Max(High - Low, 1e-300)).WithOpacity(Opacity) : gapColor;

    private void Texts(SvgCanvas canvas, Scale colors, AxisScale x, AxisScale y)
    {
        var texts = Trace["text"].IsArray ? Trace["text"].Items : [];
        double size = Trace["textfont"]["size"].Number ?? Math.Clamp(Math.Abs(x.End - x.Start) / Math.Max(1, _xEdges.Length - 1) / 3.2, 6, 13);
        for (int r = 0; r < _z.Length; r++)
        {
            for (int c = 0; c < _z[r].Length; c++)
            {
                string text = r < texts.Length && texts[r].ValueKind == JsonValueKind.Array && c < texts[r].GetArrayLength()
                    ? Look.TextOf(texts[r][c])
                    : _z[r][c].ToString("G3", CultureInfo.InvariantCulture);
                var ink = CellColor(_z[r][c], colors).Luminance > 0.5 ? new Rgb(34, 34, 34) : new Rgb(255, 255, 255);
                canvas.Text((x.Pixel(_xEdges[c]) + x.Pixel(_xEdges[c + 1])) / 2, ((y.Pixel(_yEdges[r]) + y.Pixel(_yEdges[r + 1])) / 2) + (size * 0.35), text, ink, size, "middle");
            }
        }
    }

    private static double[] Middles(double[] edges) => [.. edges.Skip(1).Select((edge, i) => (edges[i] + edge) / 2)];

    // Cells lie around their coordinates: halfway to the neighbours
    private static double[] Edges(Look labels, AxisScale axis, int count)
    {
        double[] at = labels.IsArray && labels.Items.Length > 0
            ? [.. labels.Items.Select(axis.Place)]
            : [.. Enumerable.Range(0, count).Select(i => axis.Place(JsonSerializer.SerializeToElement(i)))];
        if (at.Length == count + 1)
            return at;
        if (at.Length < count)
            at = [.. at, .. Enumerable.Range(at.Length, count - at.Length).Select(i => (double)i)];
        if (count == 0)
            return [0, 1];
        if (count == 1)
            return [at[0] - 0.5, at[0] + 0.5];
        double[] middles = [.. Enumerable.Range(0, count - 1).Select(i => (at[i] + at[i + 1]) / 2)];
        return [at[0] - (middles[0] - at[0]), .. middles, at[count - 1] + (at[count - 1] - middles[^1])];
    }

    private void Count(AxisScale x, AxisScale y)
    {
        double[] xs = [.. Trace["x"].Items.Select(x.Place)], ys = [.. Trace["y"].Items.Select(y.Place)];
        _xEdges = Bins(xs, (int)(Trace["nbinsx"].Number ?? 20));
        _yEdges = Bins(ys, (int)(Trace["nbinsy"].Number ?? 20));
        _z = [.. Enumerable.Range(0, _yEdges.Length - 1).Select(_ => new double[_xEdges.Length - 1])];
        foreach (var (px, py) in xs.Zip(ys))
        {
            int c = Math.Clamp((int)((px - _xEdges[0]) / (_xEdges[1] - _xEdges[0])), 0, _xEdges.Length - 2);
            int r = Math.Clamp((int)((py - _yEdges[0]) / (_yEdges[1] - _yEdges[0])), 0, _yEdges.Length - 2);
            _z[r][c]++;
        }
    }

    private static double[] Bins(double[] values, int most)
    {
        double low = values.DefaultIfEmpty(0).Min(), high = values.DefaultIfEmpty(1).Max();
        double step = Ticks.Step(Math.Max(high - low, 1e-9), most), start = Math.Floor(low / step) * step;
        int count = (int)Math.Floor(((high - start) / step) + 1e-9) + 1;
        return [.. Enumerable.Range(0, count + 1).Select(i => start + (i * step))];
    }
}
