using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace PlotlyTests;

/// <summary>The ways in which lessons call Plotly.NET: each compiles against the real packages too and gives the JSON kept here.</summary>
public class CallShapeTests
{
    private static readonly double[] s_xs = [1, 2, 3, 4];

    private static readonly double[] s_a = [1.5, 0.9, 0.4, 0.2];

    private static readonly double[] s_b = [1.6, 1.1, 0.8, 0.7];

    private static readonly double[][] s_z = [[1, 2, 3], [4, 5, 6]];

    public static TheoryData<string> Names => [.. s_charts.Keys];

    private static readonly Dictionary<string, Func<GenericChart>> s_charts = new()
    {
        ["lines"] = () => Chart.Combine([
            Chart.Line<double, double, string>(x: s_xs, y: s_a, Name: "train", ShowMarkers: true, LineColor: Color.fromHex("#1f77b4"), LineWidth: 2.0),
            Chart.Line<double, double, string>(x: s_xs, y: s_b, Name: "valid", LineDash: StyleParam.DrawingStyle.Dash)])
            .WithTitle("Loss")
            .WithXAxisStyle<double, double, string>(TitleText: "epoch")
            .WithYAxisStyle<double, double, string>(TitleText: "loss", AxisType: StyleParam.AxisType.Log, MinMax: Tuple.Create(0.0, 2.0))
            .WithLegendStyle(X: 0.02, Y: 0.98, Orientation: StyleParam.Orientation.Vertical, Title: Title.init("series"))
            .WithSize(Width: 800, Height: 450),
        ["heatmap"] = () => Chart.Heatmap<double, string, string, string>(zData: s_z, X: new[] { "a", "b", "c" }, Y: new[] { "p", "q" },
            ColorScale: StyleParam.Colorscale.Viridis, ReverseYAxis: true, ShowScale: true,
            ColorBar: ColorBar.init<double, double>(Title: Title.init("count"))),
        ["column"] = () => Chart.Column<double, string, string>(values: s_a, Keys: new[] { "w", "x", "y", "z" }, Name: "n", MarkerColor: Color.fromString("teal")),
        ["histogram"] = () => Chart.Histogram<double, double, string>(X: s_a, NBinsX: 20, HistNorm: StyleParam.HistNorm.ProbabilityDensity),
        ["grid"] = () => Chart.Grid([Chart.Line<double, double, string>(s_xs, s_a), Chart.Line<double, double, string>(s_xs, s_b)], nRows: 2, nCols: 1,
            SubPlotTitles: new[] { "top", "bottom" }, Pattern: StyleParam.LayoutGridPattern.Independent, YGap: 0.3),
        ["surface"] = () => Chart.Surface<double, double, double, string>(zData: s_z, X: s_xs, Y: s_a, ColorScale: StyleParam.Colorscale.Portland)
            .WithXAxisStyle<double, double, string>(TitleText: "w0", Id: StyleParam.SubPlotId.NewScene(1)).WithZAxisStyle(Title.init("loss")),
        ["point"] = () => Chart.Point<double, double, string>(s_xs, s_a, MultiText: new[] { "a", "b", "c", "d" }, TextPosition: StyleParam.TextPosition.TopCenter)
            .WithAnnotation(Annotation.init<double, double, double, double, double, double, double, double, string, string>(X: 2.0, Y: 4.0, Text: "min", ShowArrow: true)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_documented_call_gives_the_documented_JSON(string name) => Expectation.Matches($"calls/{name}.json", Expectation.Json(s_charts[name]()));
}
