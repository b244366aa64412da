using System.Text;
using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>Samples as boxes (quartiles, whiskers to 1.5 times their distance, outliers) or as violins (a kernel density).</summary>
internal sealed class SampleStill(Look trace, Rgb color, int index, bool violin) : Still(trace, color)
{
    private readonly List<(double At, double[] Values)> _groups = [];

    private bool Lies => Trace["orientation"].Text == "h" || (!Trace["y"].Exists && Trace["x"].Exists);

    private Rgb FillColor => Rgb.Parse(Trace["fillcolor"].Text) ?? Edge.WithOpacity(0.5);

    private Rgb Edge => (Rgb.Parse(Trace["line"]["color"].Text) ?? Rgb.Parse(Trace["marker"]["color"].Text) ?? Color).WithOpacity(Opacity);

    public override void Extend(AxisScale x, AxisScale y)
    {
        var (along, across) = Lies ? (x, y) : (y, x);
        var values = Trace[Lies ? "x" : "y"].Items;
        var keys = Trace[Lies ? "y" : "x"];
        JsonElement KeyOf(int i) => keys.IsArray ? keys.At(i) : keys.Exists ? keys.Value : JsonSerializer.SerializeToElement(Name.Length > 0 ? Name : $"trace {index}");
        foreach (var group in values.Select((v, i) => (At: across.Place(KeyOf(i)), Value: along.Place(v))).Where(p => double.IsFinite(p.Value)).GroupBy(p => p.At))
            _groups.Add((group.Key, [.. group.Select(p => p.Value).Order()]));
        foreach (var (at, sample) in _groups)
        {
            across.Include(at - 0.5);
            across.Include(at + 0.5);
            double spread = violin ? Bandwidth(sample) * 2 : 0;
            along.Include(sample[0] - spread);
            along.Include(sample[^1] + spread);
        }
        across.IsTight = true;
        along.WantsRoom = true;
    }

    public override void Draw(SvgCanvas canvas, AxisScale x, AxisScale y)
    {
        foreach (var (at, sample) in _groups)
        {
            if (violin)
                Violin(canvas, at, sample, x, y);
            bool box = !violin || Trace["box"]["visible"].Flag == true;
            if (box)
                Box(canvas, at, sample, violin ? 0.06 : 0.3, x, y);
        }
    }

    private void Box(SvgCanvas canvas, double at, double[] sample, double half, AxisScale x, AxisScale y)
    {
        double q1 = Quantile(sample, 0.25), median = Quantile(sample, 0.5), q3 = Quantile(sample, 0.75), reach = 1.5 * (q3 - q1);
        double low = sample.First(v => v >= q1 - reach), high = sample.Last(v => v <= q3 + reach);
        void Segment(double a1, double v1, double a2, double v2)
        {
            var (p, q) = (Point(a1, v1, x, y), Point(a2, v2, x, y));
            canvas.Line(p.X, p.Y, q.X, q.Y, Edge, 1.5);
        }

        var (one, two) = (Point(at - half, q1, x, y), Point(at + half, q3, x, y));
        canvas.Rect(Math.Min(one.X, two.X), Math.Min(one.Y, two.Y), Math.Abs(one.X - two.X), Math.Abs(one.Y - two.Y), FillColor, Edge, 1.5);
        Segment(at - half, median, at + half, median);
        Segment(at, q3, at, high);
        Segment(at, q1, at, low);
        Segment(at - (half / 2), high, at + (half / 2), high);
        Segment(at - (half / 2), low, at + (half / 2), low);
        if (violin)
            return;
        string points = Trace["boxpoints"].Text ?? "outliers";
        foreach (double value in sample.Where(v => points == "all" || (points != "false" && (v < low || v > high))))
        {
            var p = Point(points == "all" ? at - half - 0.1 : at, value, x, y);
            canvas.Circle(p.X, p.Y, 2.5, Edge);
        }
    }

    private void Violin(SvgCanvas canvas, double at, double[] sample, AxisScale x, AxisScale y)
    {
        double h = Trace["bandwidth"].Number ?? Bandwidth(sample);
        double low = sample[0] - (2 * h), high = sample[^1] + (2 * h);
        const int Steps = 60;
        (double V, double D)[] curve = [.. Enumerable.Range(0, Steps + 1).Select(i => low + ((high - low) * i / Steps)).Select(v => (v, sample.Average(s => Math.Exp(-0.5 * Math.Pow((v - s) / h, 2)))))];
        double peak = curve.Max(c => c.D);
        string side = Trace["side"].Text ?? "both";
        double left = side == "positive" ? 0 : 0.4, right = side == "negative" ? 0 : 0.4;
        var outline = curve.Select(c => Point(at - (left * c.D / peak), c.V, x, y)).Concat(curve.Reverse().Select(c => Point(at + (right * c.D / peak), c.V, x, y)));
        var path = new StringBuilder();
        foreach (var (px, py) in outline)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(SvgCanvas.N(px)).Append(' ').Append(SvgCanvas.N(py));
        canvas.Path(path.Append('Z').ToString(), FillColor, Edge, 1.5);
        if (Trace["meanline"]["visible"].Flag == true)
        {
            var (p, q) = (Point(at - left, sample.Average(), x, y), Point(at + right, sample.Average(), x, y));
            canvas.Line(p.X, p.Y, q.X, q.Y, Edge, 1.5, "4,3");
        }
    }

    private (double X, double Y) Point(double at, double value, AxisScale x, AxisScale y) =>
        Lies ? (x.Pixel(value), y.Pixel(at)) : (x.Pixel(at), y.Pixel(value));

    // Silverman's rule
    private static double Bandwidth(double[] sample)
    {
        double mean = sample.Average(), deviation = Math.Sqrt(sample.Average(v => (v - mean) * (v - mean)));
        double spread = Math.Min(deviation, (Quantile(sample, 0.75) - Quantile(sample, 0.25)) / 1.34);
        return Math.Max(0.9 * (spread > 0 ? spread : deviation) * Math.Pow(sample.Length, -0.2), 1e-9);
    }

    // plotly's default: Hazen's positions, linear between them
    private static double Quantile(double[] sorted, double q)
    {
        double place = Math.Clamp((q * sorted.Length) - 0.5, 0, sorted.Length - 1);
        int i = (int)place;
        return i + 1 < sorted.Length ? sorted[i] + ((place - i) * (sorted[i + 1] - sorted[i])) : sorted[i];
    }
}
