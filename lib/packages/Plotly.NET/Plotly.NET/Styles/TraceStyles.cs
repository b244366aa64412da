namespace Plotly.NET.Styles;

internal static partial class ChartStyles
{
    public static GenericChart WithTraceInfo(GenericChart chart, Arguments a)
    {
        var info = new Trace("");
        a.PutRest(info);
        return Overlay(chart, info);
    }

    public static GenericChart WithMarker(GenericChart chart, Arguments a) => Overlay(chart, "marker", a.Take("marker"));

    public static GenericChart WithMarkerStyle(GenericChart chart, Arguments a) => Overlay(chart, "marker", Rest(a));

    public static GenericChart WithLine(GenericChart chart, Arguments a) => Overlay(chart, "line", a.Take("line"));

    public static GenericChart WithLineStyle(GenericChart chart, Arguments a) => Overlay(chart, "line", Rest(a));

    public static GenericChart WithColorBar(GenericChart chart, Arguments a) => Overlay(chart, "colorbar", a.Take("colorbar"));

    public static GenericChart WithColorbar(GenericChart chart, Arguments a)
    {
        var bar = new ColorBar();
        bar.PutValue("len", a.Take("Length"));
        a.PutRest(bar);
        return Overlay(chart, "colorbar", bar);
    }

    public static GenericChart WithXError(GenericChart chart, Arguments a) => Overlay(chart, "error_x", a.Take("xError"));

    public static GenericChart WithYError(GenericChart chart, Arguments a) => Overlay(chart, "error_y", a.Take("yError"));

    public static GenericChart WithZError(GenericChart chart, Arguments a) => Overlay(chart, "error_z", a.Take("zError"));

    public static GenericChart WithXErrorStyle(GenericChart chart, Arguments a) => Overlay(chart, "error_x", Rest(a));

    public static GenericChart WithYErrorStyle(GenericChart chart, Arguments a) => Overlay(chart, "error_y", Rest(a));

    public static GenericChart WithZErrorStyle(GenericChart chart, Arguments a) => Overlay(chart, "error_z", Rest(a));

    private static DynamicObj.DynamicObj Rest(Arguments a)
    {
        var part = new DynamicObj.DynamicObj();
        a.PutRest(part);
        return part;
    }

    private static GenericChart Overlay(GenericChart chart, string key, object? part)
    {
        var layer = new Trace("");
        layer.PutValue(key, part);
        return Overlay(chart, layer);
    }

    private static GenericChart Overlay(GenericChart chart, Trace layer) => chart.WithTraces(trace => trace.Merge(layer));
}
