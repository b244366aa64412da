using System.Globalization;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;
using GenericChartExtensions = Plotly.NET.GenericChartExtensions;

namespace RnnNotebooks;

public static partial class Charts
{
    /// <summary>
    /// One answer decoded in several ways, side by side: a column a step, and for each way a row with the symbols it was given and a row with
    /// what it said. What is wrong is orange, and a frame marks the first mistake of each way.
    /// </summary>
    /// <param name="right">The right answer, a character a step.</param>
    /// <param name="ways">A name, and for each step the character that was given and the one that was said.</param>
    /// <param name="steps">How many steps have been taken; all when left out. A <see cref="Slider"/> over it steps through the decoding.</param>
    /// <param name="title">What is shown.</param>
    /// <exception cref="ArgumentException">A way has not as many characters as the answer.</exception>
    public static GenericChart Decodings(string right, IReadOnlyDictionary<string, (string Given, string Said)> ways, int? steps = null, string title = "")
    {
        if (ways.FirstOrDefault(way => way.Value.Given.Length != right.Length || way.Value.Said.Length != right.Length) is { Key: { } odd })
            throw new ArgumentException($"The answer has {right.Length} characters, but “{odd}” has {ways[odd].Given.Length} given and {ways[odd].Said.Length} said.", nameof(ways));
        int taken = Math.Clamp(steps ?? right.Length, 0, right.Length);
        List<(int Row, int Step, char Symbol)> given = [], good = [.. right.Select((symbol, t) => (0, t + 1, symbol))], wrong = [], first = [];
        int row = 0;
        foreach (var (_, (gets, says)) in ways)
        {
            row += 2;
            for (int t = 0; t < taken; t++)
            {
                given.Add((row - 1, t + 1, gets[t]));
                (says[t] == right[t] ? good : wrong).Add((row, t + 1, says[t]));
            }
            first.AddRange(wrong.Where(tile => tile.Row == row).Take(1));
        }
        string[] names = ["right answer", .. ways.Keys.SelectMany(way => new[] { $"{way}: given", $"{way}: said" })];
        var chart = Chart.Combine(
        [
            Tiles(given, "given", "#dfe6ee"), Tiles(good, "right", "#9fd8c2"), Tiles(wrong, "wrong", "#f2a65a"),
            Tiles(first, "first mistake", "rgba(0,0,0,0)", frame: true),
        ]);
        chart = GenericChartExtensions.WithXAxis(chart, LinearAxis.init<double, double, double, double, double, string, string, string>(
            Title: Title.init(Text: "step"), Range: StyleParam.Range.NewMinMax(0.4, right.Length + 0.6), DTick: 1.0, ShowGrid: false, ZeroLine: false));
        chart = GenericChartExtensions.WithYAxis(chart, LinearAxis.init<double, double, double, double, int, string, string, string>(
            Range: StyleParam.Range.NewMinMax(names.Length - 0.4, -0.6), TickVals: Enumerable.Range(0, names.Length).ToArray(), TickText: names, ShowGrid: false, ZeroLine: false));
        return GenericChartExtensions.WithMarginSize<int, int, int, int, int, bool>(chart, Left: 110, Right: 20, Top: 50, Bottom: 50)
            .Dress(title, 700, 150 + (names.Length * 44));
    }

    private static GenericChart Tiles(List<(int Row, int Step, char Symbol)> tiles, string name, string color, bool frame = false)
    {
        var look = Marker.init(
            Size: 26, Symbol: StyleParam.MarkerSymbol.Square, Color: Color.fromString(color),
            Outline: Plotly.NET.Line.init(Color: Color.fromString(frame ? "#b02a00" : "rgba(0,0,0,0)"), Width: frame ? 4.0 : 0.0));
        var chart = Chart.Point<double, double, string>(
            tiles.Select(tile => (double)tile.Step).ToArray(), tiles.Select(tile => (double)tile.Row).ToArray(), Name: name, Marker: look,
            MultiText: tiles.Select(tile => frame ? "" : tile.Symbol.ToString(CultureInfo.InvariantCulture)).ToArray(),
            TextPosition: StyleParam.TextPosition.MiddleCenter);
        foreach (var trace in GenericChart.getTraces(chart))
            trace.SetProperty("textfont", Font.init(Color: Color.fromString("#222222"), Size: 15));
        return chart;
    }
}
