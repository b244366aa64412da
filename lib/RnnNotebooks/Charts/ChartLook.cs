using System.Globalization;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace RnnNotebooks;

/// <summary>
/// How the library's charts look: colours that colour-blind readers tell apart (Okabe and Ito, 2008), and no ground of their own,
/// so that they stand on a light page as on a dark one.
/// </summary>
internal static class ChartLook
{
    public const string Ink = "#7d7d7d";

    private const string Lines = "rgba(128,128,128,0.3)";

    /// <summary>Blue, orange, green, vermilion, sky, purple, grey, yellow: the order in which series take them.</summary>
    public static readonly string[] Colors = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#999999", "#F0E442"];

    /// <summary>From nothing to much: dark blue to yellow, in steps that grey shows too.</summary>
    public static StyleParam.Colorscale Sequential => StyleParam.Colorscale.Cividis;

    /// <summary>Around zero: blue below, orange above, pale between.</summary>
    public static StyleParam.Colorscale Diverging { get; } = StyleParam.Colorscale.NewCustom(
    [
        Stop(0, "#00517d"), Stop(0.25, "#0072B2"), Stop(0.5, "#f2f2f2"), Stop(0.75, "#E69F00"), Stop(1, "#8a5a00"),
    ]);

    private static Template Template { get; } = Make();

    /// <summary>Gives a chart the library's look, a title and a size in pixels.</summary>
    public static GenericChart Dress(this GenericChart chart, string? title, int width = 700, int height = 400)
    {
        var dressed = chart.WithTemplate(Template).WithSize(width, height);
        return string.IsNullOrEmpty(title) ? dressed : dressed.WithTitle(title);
    }

    public static Color Color(int series) => Plotly.NET.Color.fromHex(Colors[series % Colors.Length]);

    /// <summary>
    /// Six significant digits: more than a screen shows, and fewer than the last bits in which processors differ, so that the chart of
    /// a lesson run elsewhere is mostly the saved one.
    /// </summary>
    public static double Rounded(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;

    private static Tuple<double, Color> Stop(double at, string color) => Tuple.Create(at, Plotly.NET.Color.fromHex(color));

    private static Template Make()
    {
        var ground = Plotly.NET.Color.fromString("rgba(0,0,0,0)");
        var axis = LinearAxis.init<double, double, double, double, double, string, string, string>(
            Title: Title.init(Standoff: 10),
            TickColor: Plotly.NET.Color.fromString(Lines),
            GridColor: Plotly.NET.Color.fromString(Lines),
            LineColor: Plotly.NET.Color.fromString(Lines),
            ZeroLineColor: Plotly.NET.Color.fromString("rgba(128,128,128,0.6)"),
            ExponentFormat: StyleParam.ExponentFormat.Power,
            AutoMargin: StyleParam.TickAutoMargin.All);
        var layout = Layout.init<string>(
            Font: Font.init(Color: Plotly.NET.Color.fromHex(Ink), Size: 12),
            PaperBGColor: ground,
            PlotBGColor: ground,
            Colorway: Plotly.NET.Color.fromColors(Colors.Select(Plotly.NET.Color.fromHex)),
            Margin: Margin.init<int, int, int, int, int, bool>(Left: 60, Right: 20, Top: 50, Bottom: 50),
            HoverMode: StyleParam.HoverMode.Closest);
        layout = Layout.setLinearAxis(StyleParam.SubPlotId.NewXAxis(1), axis).Invoke(layout);
        layout = Layout.setLinearAxis(StyleParam.SubPlotId.NewYAxis(1), axis).Invoke(layout);
        return Template.init<Trace>(layout);
    }
}
