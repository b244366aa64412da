namespace Plotly.NET.Traces;

/// <summary>Makes the traces of Plotly.NET.CSharp's <c>Chart</c>: one method a chart, named as there.</summary>
internal static partial class TraceBuilder
{
    public static GenericChart Combine(Arguments a) => GenericChart.combine((IEnumerable<GenericChart>)a.Take("gCharts")!);

    public static GenericChart Invisible(Arguments a)
    {
        _ = a;
        var trace = new Trace2D("scatter");
        var layout = new Layout();
        foreach (string axis in (string[])["xaxis", "yaxis"])
        {
            foreach (string key in (string[])["showticklabels", "showgrid", "zeroline", "showline"])
                layout.PutValue($"{axis}.{key}", false);
        }
        return GenericChart.addLayout(layout, GenericChart.ofTraceObject(true, trace));
    }

    private static GenericChart Finish(Trace trace, Arguments a)
    {
        bool defaults = a.Take("UseDefaults", true);
        a.PutRest(trace);
        return GenericChart.Of(defaults, [trace]);
    }

    // The named arguments lie over the marker that the caller gave
    private static void PutMarker(Trace trace, Arguments a)
    {
        var marker = a.TryTake("Marker", out TraceObjects.Marker? given) ? given.Clone() : new TraceObjects.Marker();
        marker.PutValue("color", a.Take("MarkerColor"));
        marker.PutValue("colorscale", a.Take("MarkerColorScale"));
        marker.PutValue("line", a.Take("MarkerOutline"));
        marker.PutValue("symbol", a.Take("MarkerSymbol"));
        marker.PutValue("symbol", a.Take("MultiMarkerSymbol"));
        marker.PutValue("opacity", a.Take("MultiOpacity"));
        marker.PutValue("pattern", a.Take("MarkerPattern"));
        marker.PutValue("pattern.shape", a.Take("MarkerPatternShape"));
        marker.PutValue("pattern.shape", a.Take("MultiMarkerPatternShape"));
        trace.SetProperty("marker", marker);
    }

    private static void PutLine(Trace trace, Arguments a)
    {
        var line = a.TryTake("Line", out Line? given) ? given.Clone() : new Line();
        line.PutValue("color", a.Take("LineColor"));
        line.PutValue("colorscale", a.Take("LineColorScale"));
        line.PutValue("width", a.Take("LineWidth"));
        line.PutValue("dash", a.Take("LineDash"));
        trace.SetProperty("line", line);
    }

    private static void PutOutline(Trace trace, Arguments a)
    {
        var line = a.TryTake("Outline", out Line? given) ? given.Clone() : new Line();
        line.PutValue("color", a.Take("OutlineColor"));
        line.PutValue("width", a.Take("OutlineWidth"));
        trace.SetProperty("line", line);
    }
}
