using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace PlotlyTests;

/// <summary>One chart of each kind, with the styles that lessons use. All numbers are computed, so that they are the same every time.</summary>
internal static class ChartKinds
{
    private static readonly double[] s_xs = [.. Enumerable.Range(0, 21).Select(i => (double)i)];

    private static readonly double[] s_falling = [.. s_xs.Select(x => (2 * Math.Exp(-x / 6)) + 0.1)];

    private static readonly double[] s_slower = [.. s_xs.Select(x => (1.8 * Math.Exp(-x / 9)) + 0.3)];

    private static readonly string[] s_words = ["red", "green", "blue", "grey"];

    private static readonly double[] s_counts = [4, 7, 2, 5];

    // A bell without a random generator: quantiles of the logistic distribution
    private static readonly double[] s_sample = [.. Enumerable.Range(1, 199).Select(i => Math.Round(Math.Log(i / (200.0 - i)), 4))];

    private static readonly double[][] s_matrix = [.. Enumerable.Range(0, 8).Select(r => Enumerable.Range(0, 10).Select(c => Math.Round(Math.Sin(r * 0.7) * Math.Cos(c * 0.5), 3)).ToArray())];

    public static IReadOnlyDictionary<string, Func<GenericChart>> All { get; } = new Dictionary<string, Func<GenericChart>>
    {
        ["line"] = () => Chart.Combine([
            Chart.Line<double, double, string>(s_xs, s_falling, Name: "train", ShowMarkers: true),
            Chart.Line<double, double, string>(s_xs, s_slower, Name: "valid", LineDash: StyleParam.DrawingStyle.Dash)])
            .WithTitle("Loss").WithXAxisStyle<double, double, string>(TitleText: "epoch").WithYAxisStyle<double, double, string>(TitleText: "loss"),
        ["log"] = () => Chart.Line<double, double, string>(s_xs, s_xs.Select(x => Math.Pow(0.6, x)).ToArray(), Name: "gradient")
            .WithYAxisStyle<double, double, string>(TitleText: "norm", AxisType: StyleParam.AxisType.Log),
        ["point"] = () => Chart.Point<double, double, string>(s_xs, s_slower, MarkerSymbol: StyleParam.MarkerSymbol.Diamond,
            Marker: Marker.init(Size: 10, Color: Color.fromColorScaleValues(s_xs), Colorscale: StyleParam.Colorscale.Viridis)),
        ["point-text"] = () => Chart.Point<double, double, string>(s_counts, s_counts, MultiText: s_words, TextPosition: StyleParam.TextPosition.TopCenter),
        ["scatter"] = () => Chart.Scatter<double, double, string>(s_xs, s_falling, StyleParam.Mode.Lines_Markers, Name: "both"),
        ["bubble"] = () => Chart.Bubble<double, double, string>(s_counts, s_counts, [10, 20, 30, 40], MarkerColor: Color.fromString("rebeccapurple")),
        ["spline"] = () => Chart.Spline<double, double, string>([1, 2, 3, 4], s_counts, Smoothing: 1.0),
        ["area"] = () => Chart.Area<double, double, string>(s_xs, s_falling, FillColor: Color.fromString("rgba(0,114,178,0.3)")),
        ["stacked-area"] = () => Chart.Combine([Chart.StackedArea<double, double, string>(s_xs, s_falling, Name: "a"), Chart.StackedArea<double, double, string>(s_xs, s_slower, Name: "b")]),
        ["range"] = () => Chart.Range<double, double, string>(s_xs, s_falling, upper: s_falling.Select(v => v + 0.2).ToArray(), lower: s_falling.Select(v => v - 0.1).ToArray(), mode: StyleParam.Mode.Lines, RangeColor: Color.fromString("rgba(0,114,178,0.2)")),
        ["column"] = () => Chart.Combine([Chart.Column<double, string, string>(s_counts, Keys: s_words, Name: "first"), Chart.Column<double, string, string>(s_counts.Reverse().ToArray(), Keys: s_words, Name: "second")]),
        ["stacked-column"] = () => Chart.Combine([Chart.StackedColumn<double, string, string>(s_counts, Keys: s_words, Name: "first"), Chart.StackedColumn<double, string, string>(s_counts, Keys: s_words, Name: "second")]),
        ["bar"] = () => Chart.Bar<double, string, string>(s_counts, Keys: s_words, MarkerColor: Color.fromKeyword(ColorKeyword.Teal), MultiText: s_words, TextPosition: StyleParam.TextPosition.Outside),
        ["histogram"] = () => Chart.Histogram<double, double, string>(X: s_sample, NBinsX: 20, HistNorm: StyleParam.HistNorm.Probability),
        ["box"] = () => Chart.Combine([Chart.BoxPlot<string, double, string>(Y: s_sample, Name: "one"), Chart.BoxPlot<string, double, string>(Y: s_sample.Select(v => v * v / 4).ToArray(), Name: "two", BoxPoints: StyleParam.BoxPoints.Outliers)]),
        ["violin"] = () => Chart.Violin<string, double, string>(Y: s_sample, Name: "sample", ShowBox: true, MeanLine: MeanLine.init(Visible: true)),
        ["pie"] = () => Chart.Pie<double, string, string>(s_counts, Labels: s_words),
        ["doughnut"] = () => Chart.Doughnut<double, string, string>(s_counts, Labels: s_words, Hole: 0.5),
        ["heatmap"] = () => Chart.Heatmap<double, double, double, string>(s_matrix, ColorScale: StyleParam.Colorscale.RdBu, ReverseYAxis: true, ColorBar: ColorBar.init<double, double>(Title: Title.init("value"))),
        ["annotated-heatmap"] = () => Chart.AnnotatedHeatmap<double, string, string, string>([[1, 2], [3, 4]], [["1", "2"], ["3", "4"]], X: new[] { "no", "yes" }, Y: new[] { "no", "yes" }),
        ["contour"] = () => Chart.Contour<double, double, double, string>(s_matrix, ColorScale: StyleParam.Colorscale.Cividis, NContours: 12),
        ["histogram2d"] = () => Chart.Histogram2D<double, double, double>(s_sample, s_sample.Select(v => v * v).ToArray(), NBinsX: 12, NBinsY: 12),
        ["image"] = () => Chart.Image<string>(Z: new IEnumerable<IEnumerable<int>>[] { new[] { new[] { 230, 159, 0 }, new[] { 86, 180, 233 } }, new[] { new[] { 0, 158, 115 }, new[] { 0, 0, 0 } } }),
        ["surface"] = () => Chart.Surface<double, double, double, string>(s_matrix, ColorScale: StyleParam.Colorscale.Portland).WithZAxisStyle(Title.init("loss")),
        ["scatter3d"] = () => Chart.Scatter3D<double, double, double, string>(s_xs, s_falling, s_slower, StyleParam.Mode.Lines_Markers),
        ["table"] = () => Chart.Table(TableCells.init<string[], string>(Values: new[] { new[] { "cell" }, new[] { "weights" } }), TableCells.init<string[], string>(Values: new[] { new[] { "RNN", "LSTM" }, new[] { "40", "160" } })),
        ["grid"] = () => Chart.Grid([Chart.Line<double, double, string>(s_xs, s_falling), Chart.Column<double, string, string>(s_counts, Keys: s_words), Chart.Histogram<double, double, string>(X: s_sample), Chart.Heatmap<double, double, double, string>(s_matrix, ShowScale: false)],
            nRows: 2, nCols: 2, SubPlotTitles: new[] { "line", "column", "histogram", "heatmap" }),
        ["notes"] = () => Chart.Line<double, double, string>(s_xs, s_falling)
            .WithAnnotation(Annotation.init<double, double, double, double, double, double, double, double, string, string>(X: 5.0, Y: 0.97, Text: "half way", ShowArrow: true))
            .WithShape(Shape.init<double, double, double, double>(ShapeType: StyleParam.ShapeType.Line, X0: 0.0, X1: 20.0, Y0: 0.5, Y1: 0.5, Line: Line.init(Dash: StyleParam.DrawingStyle.Dash)))
            .WithLegendStyle(Orientation: StyleParam.Orientation.Horizontal).WithMarkerStyle(Size: 9).WithLineStyle(Width: 3.0),
        ["errors"] = () => Chart.Point<double, double, string>(s_counts, s_counts).WithYErrorStyle<double, double>(Array: new[] { 0.5, 1.0, 0.3, 0.8 }),
        ["slider"] = () => Chart.Line<double, double, string>(s_xs, s_falling).WithSlider(Widths([Width("0.5", 1), Width("1.0", 5)])),
        ["buttons"] = () => Chart.Line<double, double, string>(s_xs, s_falling).WithUpdateMenu(UpdateMenu.init(Type: StyleParam.UpdateMenuType.Buttons,
            Buttons: new[] { UpdateMenuButton.init(Label: "log", Method: StyleParam.UpdateMethod.Relayout, Args: new[] { Scale("log") }) })),
        ["gaps"] = () => Chart.Line<double, double, string>(s_counts, new[] { 1.0, double.NaN, double.PositiveInfinity, 2.0 }),
        ["dates"] = () => Chart.Line<DateTime, double, string>(s_counts.Select((_, i) => new DateTime(2026, 1, 2, 3, 4, 5).AddDays(i)).ToArray(), s_counts),
        ["dark"] = () => Chart.Line<double, double, string>(s_xs, s_falling).WithTemplate(ChartTemplates.dark),
    };

    /// <summary>A chart of which a slider plays two frames.</summary>
    public static GenericChart Animated()
    {
        var chart = Chart.Line<double, double, string>(s_xs, s_falling).WithSlider(Widths([Play("one"), Play("two")]));
        var frames = new[] { Still("one", s_falling), Still("two", s_slower) };
        return GenericChart.fromFigure(new Figure(GenericChart.getTraces(chart), GenericChart.getLayout(chart), ListModule.OfSeq(frames)));
    }

    private static Frame Still(string name, double[] y)
    {
        var curve = new DynamicObj.DynamicObj();
        curve.SetProperty("y", y);
        var layout = new DynamicObj.DynamicObj();
        layout.SetProperty("title", $"frame {name}");
        var frame = new Frame();
        frame.SetProperty("name", name);
        frame.SetProperty("data", new[] { curve });
        frame.SetProperty("layout", layout);
        return frame;
    }

    private static SliderStep Play(string frame)
    {
        var step = SliderStep.init(null, null, frame, StyleParam.Method.Animate, null, null, null, null);
        step.SetProperty("args", new object[] { new[] { frame } });
        return step;
    }

    private static SliderStep Width(string label, int width) =>
        SliderStep.init(new[] { Tuple.Create("line.width", (object)width) }, null, label, StyleParam.Method.Restyle, null, null, null, null);

    // The real package leaves none of a slider's arguments out
    private static Slider Widths(SliderStep[] steps) =>
        Slider.init(0, null, null, null, null, SliderCurrentValue.init(null, null, "width: ", null, null, null), null, null, null, null, null, null, steps,
            null, null, null, null, null, null, null, null, null, null);

    private static DynamicObj.DynamicObj Scale(string type)
    {
        var part = new DynamicObj.DynamicObj();
        part.SetProperty("yaxis.type", type);
        return part;
    }
}
