using System.Runtime.CompilerServices;
using Plotly.NET.LayoutObjects;

namespace Plotly.NET.Styles;

internal static partial class ChartStyles
{
    public static GenericChart WithXAxis(GenericChart chart, Arguments a) => Axis(chart, "xaxis", a, a.Take("xAxis"));

    public static GenericChart WithYAxis(GenericChart chart, Arguments a) => Axis(chart, "yaxis", a, a.Take("yAxis"));

    public static GenericChart WithZAxis(GenericChart chart, Arguments a) =>
        MergeInto(chart, $"{Id(a, StyleParam.SubPlotId.NewScene)}.zaxis", a.Take("zAxis"));

    public static GenericChart WithXAxisStyle(GenericChart chart, Arguments a) => Axis(chart, "xaxis", a, Style(a));

    public static GenericChart WithYAxisStyle(GenericChart chart, Arguments a) => Axis(chart, "yaxis", a, Style(a));

    public static GenericChart WithZAxisStyle(GenericChart chart, Arguments a) => MergeInto(chart, "scene.zaxis", Style(a));

    public static GenericChart WithXAxisRangeSlider(GenericChart chart, Arguments a)
    {
        var axis = new LinearAxis();
        axis.PutValue("rangeslider", a.Take("rangeSlider"));
        return Axis(chart, "xaxis", a, axis);
    }

    public static GenericChart WithAxisAnchor(GenericChart chart, Arguments a)
    {
        object? x = a.Take("X"), y = a.Take("Y");
        return chart.WithTraces(trace =>
        {
            trace.PutValue("xaxis", x is int column ? StyleParam.LinearAxisId.NewX(column) : null);
            trace.PutValue("yaxis", y is int row ? StyleParam.LinearAxisId.NewY(row) : null);
        });
    }

    // The identifier of a scene means the scene's axis of that name
    private static GenericChart Axis(GenericChart chart, string name, Arguments a, object? axis)
    {
        string id = a.Take("Id")?.ToString() ?? name;
        return MergeInto(chart, id.StartsWith("scene", StringComparison.Ordinal) ? $"{id}.{name}" : id, axis);
    }

    private static LinearAxis Style(Arguments a)
    {
        object? id = a.Take("Id");
        var axis = new LinearAxis();
        if (a.TryTake("Title", out Title? title) || a.TryTake("title", out title))
            axis.PutValue("title", title.Clone());
        axis.PutValue("title.text", a.Take("TitleText"));
        axis.PutValue("title.font", a.Take("TitleFont"));
        axis.PutValue("title.standoff", a.Take("TitleStandoff"));
        axis.PutValue("range", a.Take("MinMax") is ITuple limits ? new[] { limits[0], limits[1] } : null);
        axis.PutValue("domain", a.Take("Domain") is ITuple domain ? new[] { domain[0], domain[1] } : null);
        a.PutRest(axis);
        a.Add("Id", id);
        return axis;
    }
}
