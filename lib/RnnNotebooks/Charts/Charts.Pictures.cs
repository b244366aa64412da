using System.Text.Json;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Plotly.NET.Rendering;
using Chart = Plotly.NET.CSharp.Chart;
using GenericChartExtensions = Plotly.NET.GenericChartExtensions;

namespace RnnNotebooks;

public static partial class Charts
{
    /// <summary>Small grey pictures in rows, such as handwritten digits, with a caption each. One compact picture holds them all.</summary>
    /// <param name="images">Pixels from 0 (black) to 1 (white), row by row, each of length height × width.</param>
    /// <param name="height">Rows of a picture.</param>
    /// <param name="width">Columns of a picture.</param>
    /// <param name="captions">A text under each picture; none when left out.</param>
    /// <param name="perRow">Pictures side by side.</param>
    /// <param name="title">What is shown.</param>
    /// <exception cref="ArgumentException">A picture has not height × width pixels, or captions are missing.</exception>
    public static GenericChart ImageGrid(IReadOnlyList<float[]> images, int height, int width, IReadOnlyList<string>? captions = null, int perRow = 10, string title = "")
    {
        if (images.FirstOrDefault(i => i.Length != height * width) is { } wrong)
            throw new ArgumentException($"A picture of {height} × {width} has {height * width} pixels, but one has {wrong.Length}.", nameof(images));
        if (captions is not null && captions.Count != images.Count)
            throw new ArgumentException($"There are {images.Count} pictures but {captions.Count} captions.", nameof(captions));
        int columns = Math.Clamp(images.Count, 1, perRow), lines = Math.Max(1, (images.Count + columns - 1) / columns);
        // Between two pictures there is room, below each for a caption
        int gap = Math.Max(2, width / 10), below = captions is null ? gap : Math.Max(gap, height * 2 / 5);
        int pixelsWide = (columns * (width + gap)) - gap, pixelsHigh = lines * (height + below);
        byte[][] pixels = [.. Enumerable.Range(0, pixelsHigh).Select(_ => new byte[pixelsWide * 4])];
        for (int i = 0; i < images.Count; i++)
            Paint(pixels, images[i], height, width, i / columns * (height + below), i % columns * (width + gap));
        var chart = Chart.Image<string>(Source: Png.DataUri(pixels));
        chart = GenericChartExtensions.WithXAxis(chart, Hidden());
        chart = GenericChartExtensions.WithYAxis(chart, Hidden());
        var notes = (captions ?? []).Select((text, i) => Caption(text, (i % columns * (width + gap)) + (width / 2.0) - 0.5, (i / columns * (height + below)) + height - 0.5));
        chart = GenericChartExtensions.WithAnnotations(chart, notes.ToArray());
        double scale = Math.Clamp(680.0 / pixelsWide, 1, 5);
        int top = title.Length > 0 ? 50 : 15;
        return GenericChartExtensions.WithMarginSize<int, int, int, int, int, bool>(chart, Left: 10, Right: 10, Top: top, Bottom: 10)
            .Dress(title, (int)(pixelsWide * scale) + 20, (int)(pixelsHigh * scale) + top + 10);
    }

    /// <summary>The gates of a cell over time: one heat map a gate, steps along, units down.</summary>
    /// <param name="gates">A name and values of shape (steps, hidden). Gates lie between 0 and 1; a candidate or state goes below zero and is shown around it.</param>
    /// <param name="steps">A label per step, such as the characters read, blanks shown as ␣; numbers when left out.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="units">A label per unit; numbers when left out.</param>
    /// <exception cref="ArgumentException">There is no gate, or the labels do not fit the steps or the units.</exception>
    public static GenericChart GateActivations(
        IReadOnlyDictionary<string, double[,]> gates, IReadOnlyList<string>? steps = null, string title = "Gate activations", IReadOnlyList<string>? units = null)
    {
        if (gates.Count == 0)
            throw new ArgumentException("There is no gate to show.", nameof(gates));
        int columns = gates.Count > 1 ? 2 : 1, rows = (gates.Count + columns - 1) / columns;
        bool[] signs = [.. gates.Values.Select(values => values.Cast<double>().Any(v => v < 0))];
        bool bothKinds = signs.Distinct().Count() > 1;
        double most = gates.Values.SelectMany(values => values.Cast<double>()).Select(Math.Abs).Append(1).Max();
        GenericChart[] charts = [.. gates.Select((gate, i) =>
        {
            double[][] values = Transposed(gate.Value);
            string[] below = Labels(steps, gate.Value.GetLength(0), "steps");
            bool signed = signs[i];
            // One bar explains all gates, one all candidates and states
            bool explains = Array.IndexOf(signs, signed) == i;
            var bar = ColorBar.init<double, double>(Len: bothKinds ? 0.44 : 1.0, Y: !bothKinds ? 0.5 : signed ? 0.22 : 0.78, Thickness: 14);
            var map = Chart.Heatmap<double, int, int, string>(values, ColorScale: signed ? ChartLook.Diverging : ChartLook.Sequential, ShowScale: explains, ColorBar: bar);
            map = WithLimits(map, signed ? -most : 0, signed ? most : 1);
            return WithTickLabels(map, below, i / columns == rows - 1 ? "step" : "", Labels(units, values.Length, "units"), i % columns == 0 ? "unit" : "");
        })];
        return Chart.Grid(charts, nRows: rows, nCols: columns, SubPlotTitles: gates.Keys.ToArray(), XGap: 0.12, YGap: 0.3)
            .Dress(title, 800, 90 + (rows * 230));
    }

    /// <summary>One chart a value of a parameter, and a slider that chooses among them.</summary>
    /// <param name="parameter">The parameter's name, such as "spectral radius".</param>
    /// <param name="charts">A label and a chart per value. All share one pair of axes.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="fixedAxes">
    /// Give the axes one range that takes in every curve, so that moving the slider moves the curves? Otherwise the axes move, to fit the chart that is shown.
    /// </param>
    /// <exception cref="ArgumentException">There is no chart.</exception>
    public static GenericChart Slider(string parameter, IReadOnlyList<(string Value, GenericChart Chart)> charts, string title = "", bool fixedAxes = false)
    {
        if (charts.Count == 0)
            throw new ArgumentException($"A slider over {parameter} needs at least one chart.", nameof(charts));
        int[] counts = [.. charts.Select(c => GenericChart.countTrace(c.Chart))];
        var all = Chart.Combine(charts.Select((c, i) => GenericChartExtensions.WithTraceInfo(c.Chart, Visible: i == 0 ? StyleParam.Visible.True : StyleParam.Visible.False)).ToArray());
        if (fixedAxes)
            all = WithOneRange(all);
        SliderStep[] steps = [.. charts.Select((c, i) =>
        {
            bool[] shown = [.. counts.SelectMany((count, k) => Enumerable.Repeat(k == i, count))];
            return SliderStep.init(new[] { Tuple.Create("visible", (object)shown) }, null, c.Value, StyleParam.Method.Update, c.Value, null, c.Value, true);
        })];
        var ink = Plotly.NET.Color.fromHex(ChartLook.Ink);
        var current = SliderCurrentValue.init(null, null, parameter + ": ", null, true, null);
        var slider = Plotly.NET.LayoutObjects.Slider.init(0, ink, Plotly.NET.Color.fromString("rgba(128,128,128,0.5)"), ink, 0, current, null, null, null, null, null, Padding.init(T: 60), steps,
            null, ink, null, null, null, true, null, null, null, null);
        return GenericChartExtensions.WithSlider(all, slider).Dress(title, 700, 480);
    }

    private static GenericChart WithOneRange(GenericChart all)
    {
        using var figure = JsonDocument.Parse(GenericChart.toJson(all));
        if (RangeOf(figure.RootElement, "x") is { } x)
            all = all.WithXAxisStyle<double, double, string>(MinMax: Tuple.Create(x.Low, x.High));
        return RangeOf(figure.RootElement, "y") is { } y ? all.WithYAxisStyle<double, double, string>(MinMax: Tuple.Create(y.Low, y.High)) : all;
    }

    /// <summary>
    /// The least and the largest value of all traces, with a little room; as powers of ten where the axis is logarithmic. Null where
    /// the axis shows no number: it has names, or there is no value yet.
    /// </summary>
    private static (double Low, double High)? RangeOf(JsonElement figure, string axis)
    {
        bool logarithmic = figure.GetProperty("layout").TryGetProperty(axis + "axis", out var look) && look.TryGetProperty("type", out var type) && type.GetString() == "log";
        double[] values = [.. figure.GetProperty("data").EnumerateArray()
            .SelectMany(trace => trace.TryGetProperty(axis, out var all) && all.ValueKind == JsonValueKind.Array ? [.. all.EnumerateArray()] : Array.Empty<JsonElement>())
            .Where(value => value.ValueKind == JsonValueKind.Number).Select(value => value.GetDouble())
            .Where(value => !logarithmic || value > 0).Select(value => logarithmic ? Math.Log10(value) : value)];
        if (values.Length == 0)
            return null;
        double room = values.Max() > values.Min() ? (values.Max() - values.Min()) * 0.04 : 0.5; // one value alone stands in the middle
        return (values.Min() - room, values.Max() + room);
    }

    private static void Paint(byte[][] pixels, float[] image, int height, int width, int top, int left)
    {
        for (int r = 0; r < height; r++)
        {
            for (int c = 0; c < width; c++)
            {
                byte grey = (byte)Math.Clamp(Math.Round(image[(r * width) + c] * 255), 0, 255);
                var pixel = pixels[top + r].AsSpan((left + c) * 4, 4);
                pixel.Fill(grey);
                pixel[3] = 255;
            }
        }
    }

    private static double[][] Transposed(double[,] values) =>
        [.. Enumerable.Range(0, values.GetLength(1)).Select(unit => Enumerable.Range(0, values.GetLength(0)).Select(step => ChartLook.Rounded(values[step, unit])).ToArray())];

    private static LinearAxis Hidden() => LinearAxis.init<double, double, double, double, double, string, string, string>(Visible: false);

    private static Annotation Caption(string text, double x, double y) =>
        Annotation.init<double, double, double, double, double, double, double, double, string, string>(X: x, Y: y, Text: text, ShowArrow: false,
            YAnchor: StyleParam.YAnchorPosition.Top, Font: Font.init(Size: 11));
}
