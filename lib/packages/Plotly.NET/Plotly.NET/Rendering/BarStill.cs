using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>Bars, given or counted.</summary>
internal sealed class BarStill(Look trace, Rgb color, bool counted) : Still(trace, color)
{
    private double[] _at = [], _size = [], _base = [];

    private double _width = 0.8, _offset;

    private string? Orientation => Trace["orientation"].Text;

    private bool Lies => Orientation == "h" || (Orientation is null && counted && !Trace["x"].Exists);

    /// <summary>Puts the bars of one subplot beside or upon each other. Their values have to be read already.</summary>
    public static void Arrange(IReadOnlyList<BarStill> bars, string mode, AxisScale x, AxisScale y)
    {
        foreach (var bar in bars)
            bar.Read(x, y);
        double spacing = Spacing(bars);
        bool beside = mode == "group" && bars.Count > 1;
        double fill = bars.All(b => b.IsCounted) ? 1 : 0.8;
        var tops = new Dictionary<(double, bool), double>();
        for (int i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            bar._width = bar.Trace["width"].Number ?? (spacing * fill / (beside ? bars.Count : 1));
            bar._offset = beside ? (i - ((bars.Count - 1) / 2.0)) * bar._width : 0;
            bar._base = new double[bar._at.Length];
            for (int k = 0; k < bar._at.Length && mode is "stack" or "relative"; k++)
            {
                var column = (bar._at[k], bar._size[k] < 0);
                bar._base[k] = tops.GetValueOrDefault(column);
                tops[column] = bar._base[k] + (double.IsFinite(bar._size[k]) ? bar._size[k] : 0);
            }
        }
    }

    private bool IsCounted => counted;

    public override void Extend(AxisScale x, AxisScale y)
    {
        var (along, across) = Lies ? (x, y) : (y, x);
        for (int i = 0; i < _at.Length; i++)
        {
            across.Include(_at[i] + _offset - (_width / 2));
            across.Include(_at[i] + _offset + (_width / 2));
            along.Include(along.Place(_base[i] + _size[i]));
        }
        across.IsTight = true;
        if (along.Kind != AxisScale.Kinds.Log)
        {
            along.Include(0);
            along.StandsOnZero = true;
        }
        along.WantsRoom = true;
    }

    public override void Draw(SvgCanvas canvas, AxisScale x, AxisScale y)
    {
        var (along, across) = Lies ? (x, y) : (y, x);
        double floor = Math.Min(along.Low, along.High);
        for (int i = 0; i < _at.Length; i++)
        {
            double one = across.Pixel(_at[i] + _offset - (_width / 2)), two = across.Pixel(_at[i] + _offset + (_width / 2));
            double from = along.Pixel(along.Kind == AxisScale.Kinds.Log ? floor : _base[i]), to = along.Pixel(along.Place(_base[i] + _size[i]));
            if (!double.IsFinite(to))
                continue;
            double left = Math.Min(one, two), thick = Math.Max(Math.Abs(two - one) - (counted ? 1 : 0), 0.5), low = Math.Min(from, to), length = Math.Abs(to - from);
            var fill = BarColor(i);
            if (Lies)
                canvas.Rect(low, left, length, thick, fill);
            else
                canvas.Rect(left, low, thick, length, fill);
            string text = Look.TextOf(Trace["text"].At(i));
            if (text.Length > 0 && Trace["textposition"].Text != "none")
                canvas.Text(Lies ? to + 4 : left + (thick / 2), Lies ? left + (thick / 2) + 4 : to - 4, text, Color, 11, Lies ? "start" : "middle");
        }
    }

    private Rgb BarColor(int i)
    {
        var own = Trace["marker"]["color"].At(i);
        double opacity = (Look.ToNumber(Trace["marker"]["opacity"].At(i)) ?? 1) * Opacity;
        return (Rgb.Parse(own.ValueKind == JsonValueKind.String ? own.GetString() : null) ?? Color).WithOpacity(opacity);
    }

    private void Read(AxisScale x, AxisScale y)
    {
        var (along, across) = Lies ? (x, y) : (y, x);
        var sizes = Trace[Lies ? "x" : "y"];
        var places = Trace[Lies ? "y" : "x"];
        if (counted)
        {
            Count(places.Exists ? places : sizes, along, across);
            return;
        }
        var items = sizes.Items;
        _size = [.. items.Select(v => Look.ToNumber(v) ?? double.NaN)];
        _at = places.Exists ? [.. places.Items.Take(items.Length).Select(across.Place)] : [.. items.Select((_, i) => across.Place(JsonSerializer.SerializeToElement(i)))];
        _size = _size[.._at.Length];
        if (items.Length > 0)
            along.Place(items[0]);
    }

    private void Count(Look values, AxisScale along, AxisScale across)
    {
        double[] places = [.. values.Items.Select(across.Place).Where(double.IsFinite)];
        along.Place(JsonSerializer.SerializeToElement(1));
        if (places.Length == 0)
            return;
        var bins = Trace[Lies ? "ybins" : "xbins"];
        double low = places.Min(), high = places.Max();
        int most = (int)(Trace[Lies ? "nbinsy" : "nbinsx"].Number ?? Math.Ceiling(Math.Sqrt(places.Length) * 1.5));
        double width = across.Kind == AxisScale.Kinds.Category ? 1 : bins["size"].Number ?? (high > low ? Ticks.Step(high - low, Math.Max(1, most)) : 1);
        double start = across.Kind == AxisScale.Kinds.Category ? -0.5 : bins["start"].Number ?? Math.Floor(low / width) * width;
        int count = Math.Clamp((int)Math.Floor(((high - start) / width) + 1e-9) + 1, 1, 2000);
        var tally = new double[count];
        foreach (double place in places)
            tally[Math.Clamp((int)Math.Floor(((place - start) / width) + 1e-9), 0, count - 1)]++;
        _size = Normalised(tally, width);
        _at = [.. Enumerable.Range(0, count).Select(i => start + ((i + 0.5) * width))];
        _width = width;
    }

    private double[] Normalised(double[] tally, double width)
    {
        double all = tally.Sum();
        double factor = Trace["histnorm"].Text switch
        {
            "percent" => 100 / all,
            "probability" => 1 / all,
            "density" => 1 / width,
            "probability density" => 1 / (all * width),
            _ => 1,
        };
        double[] sizes = [.. tally.Select(t => t * factor)];
        if (Trace["cumulative"]["enabled"].Flag == true)
        {
            for (int i = 1; i < sizes.Length; i++)
                sizes[i] += sizes[i - 1];
        }
        return sizes;
    }

    private static double Spacing(IReadOnlyList<BarStill> bars)
    {
        double[] places = [.. bars.SelectMany(b => b._at).Where(double.IsFinite).Distinct().Order()];
        return places.Length < 2 ? 1 : places.Zip(places.Skip(1), (a, b) => b - a).Min();
    }
}
