using System.Globalization;

namespace Plotly.NET;

/// <summary>A choice that plotly.js knows by a text, number, truth value or list.</summary>
internal interface IStyleValue
{
    object Value { get; }
}

/// <summary>The values of the choices that carry data.</summary>
internal static class StyleValue
{
    public static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static object BackOffArray(IEnumerable<int> item) => item;

    public static object BackOffValue(int item) => item;

    public static object ColorComponentBoundRGB(int r, int g, int b) => new[] { r, g, b };

    public static object ColorComponentBoundRGBA(int r, int g, int b, int a) => new[] { r, g, b, a };

    public static object ColorComponentBoundRGBA256(int r, int g, int b, int a) => new[] { r, g, b, a };

    public static object ColorComponentBoundHSL(int h, int s, int l) => new[] { h, s, l };

    public static object ColorComponentBoundHSLA(int h, int s, int l, int a) => new[] { h, s, l, a };

    public static object ColorscaleCustom(IEnumerable<Tuple<double, Color>> item) =>
        item.Select(stop => new object[] { stop.Item1, stop.Item2 }).ToArray();

    public static object DrawingStyleUser(IEnumerable<int> item) => string.Join(",", item.Select(px => px + "px"));

    public static object FontFamilyCustom(string item) => item;

    public static object LinearAxisIdX(int item) => Numbered("x", item);

    public static object LinearAxisIdY(int item) => Numbered("y", item);

    public static object MapboxStyleCustom(string item) => item;

    public static object MarkerSymbolModified(StyleParam.MarkerSymbol symbol, StyleParam.SymbolStyle style)
    {
        int modifier = style.ToString() switch { "open" => 100, "dot" => 200, _ => 300 };
        return (int.Parse(symbol.ToString(), CultureInfo.InvariantCulture) + modifier).ToString(CultureInfo.InvariantCulture);
    }

    public static object RangeMinMax(IConvertible min, IConvertible max) => new object[] { min, max };

    public static object RangeValues(IConvertible[] item) => item;

    public static object ScaleAnchorX(int item) => Numbered("x", item);

    public static object ScaleAnchorY(int item) => Numbered("y", item);

    public static object SubPlotIdCarpet(string item) => item;

    public static object SubPlotIdColorAxis(int item) => Numbered("coloraxis", item);

    public static object SubPlotIdGeo(int item) => Numbered("geo", item);

    public static object SubPlotIdLegend(int item) => Numbered("legend", item);

    public static object SubPlotIdMapbox(int item) => Numbered("mapbox", item);

    public static object SubPlotIdPolar(int item) => Numbered("polar", item);

    public static object SubPlotIdScene(int item) => Numbered("scene", item);

    public static object SubPlotIdSmith(int item) => Numbered("smith", item);

    public static object SubPlotIdTernary(int item) => Numbered("ternary", item);

    public static object SubPlotIdXAxis(int item) => Numbered("xaxis", item);

    public static object SubPlotIdYAxis(int item) => Numbered("yaxis", item);

    public static object TextAngleDegrees(double item) => item;

    public static object TickAutoMarginCustom(IEnumerable<StyleParam.TickAutoMargin> item) => string.Join("+", item);

    // plotly.js gives the first of its subplots no number
    private static string Numbered(string name, int id) => id < 2 ? name : name + id.ToString(CultureInfo.InvariantCulture);
}
