using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Plotly.NET;

/// <summary>The looks that Plotly.NET ships.</summary>
public static class ChartTemplates
{
    private static readonly Color s_ink = Color.fromHex("#2a3f5f");

    private static readonly Color s_ground = Color.fromHex("#E5ECF6");

    private static readonly Color s_white = Color.fromKeyword(ColorKeyword.White);

    /// <summary>The default of plotly's Python package.</summary>
    public static Template plotly { get; } = Template.withColorWay(ColorWays.plotly, Plotly());

    public static Template light { get; } = Plain("white", LinearAxis(null));

    public static Template lightMirrored { get; } = Plain("white", LinearAxis(StyleParam.Mirror.All));

    public static Template transparent { get; } = Plain("rgba(255, 255, 255, 0)", LinearAxis(null));

    public static Template transparentMirrored { get; } = Plain("rgba(255, 255, 255, 0)", LinearAxis(StyleParam.Mirror.All));

    public static Template dark { get; } = Dark(null);

    public static Template darkMirrored { get; } = Dark(StyleParam.Mirror.AllTicks);

    private static Template Plain(string ground, LinearAxis axis)
    {
        var layout = new Layout();
        layout.PutValue("paper_bgcolor", Color.fromString(ground));
        layout.PutValue("plot_bgcolor", Color.fromString(ground));
        layout.PutValue("xaxis", axis);
        layout.PutValue("yaxis", axis.Clone());
        return Template.init<Trace>(layout);
    }

    private static LinearAxis LinearAxis(StyleParam.Mirror? mirror)
    {
        var axis = new LinearAxis();
        axis.PutValue("ticks", mirror is null ? null : StyleParam.TickOptions.Inside);
        axis.PutValue("mirror", mirror);
        axis.PutValue("showline", true);
        axis.PutValue("zeroline", true);
        return axis;
    }

    private static Template Dark(StyleParam.Mirror? mirror)
    {
        var axis = LinearAxis(mirror);
        axis.PutValue("ticks", StyleParam.TickOptions.Inside);
        axis.PutValue("tickcolor", "rgba(204, 204, 204, 0.5)");
        axis.PutValue("linecolor", "rgb(204, 204, 204)");
        axis.PutValue("gridcolor", "rgba(204, 204, 204, 0.3)");
        axis.PutValue("zerolinecolor", "rgb(204, 204, 204)");
        var template = Plain("rgb(55, 55, 61)", axis);
        template.Part("layout").PutValue("font.color", "rgb(204, 204, 204)");
        return template;
    }

    private static Template Plotly()
    {
        var layout = new Layout();
        layout.PutValue("title.x", 0.05);
        layout.PutValue("font.color", s_ink);
        layout.PutValue("paper_bgcolor", s_white);
        layout.PutValue("plot_bgcolor", s_ground);
        layout.PutValue("autotypenumbers", "strict");
        layout.PutValue("colorscale.diverging", PlotlyScales.Diverging);
        layout.PutValue("colorscale.sequential", PlotlyScales.Sequential);
        layout.PutValue("colorscale.sequentialminus", PlotlyScales.Sequential);
        layout.PutValue("hovermode", "closest");
        layout.PutValue("hoverlabel.align", "left");
        layout.PutValue("coloraxis.colorbar", Bar());
        layout.PutValue("geo", Part(("showland", true), ("landcolor", s_ground), ("showlakes", true), ("lakecolor", s_white), ("subunitcolor", s_white), ("bgcolor", s_white)));
        layout.PutValue("mapbox.style", "light");
        layout.PutValue("polar", Part(("bgcolor", s_ground), ("radialaxis", Lines()), ("angularaxis", Lines())));
        layout.PutValue("scene", Part(("xaxis", SceneAxis()), ("yaxis", SceneAxis()), ("zaxis", SceneAxis())));
        layout.PutValue("ternary", Part(("aaxis", Lines()), ("baxis", Lines()), ("caxis", Lines()), ("bgcolor", s_ground)));
        layout.PutValue("xaxis", CartesianAxis());
        layout.PutValue("yaxis", CartesianAxis());
        layout.PutValue("annotationdefaults", Part(("arrowcolor", "#2a3f5f"), ("arrowhead", 0), ("arrowwidth", 1)));
        layout.PutValue("shapedefaults.line.color", s_ink);
        return Template.init<Trace>(layout, TraceTemplates().ToArray());
    }

    private static IEnumerable<Trace> TraceTemplates()
    {
        var bars = Of("bar", ("error_x.color", s_ink), ("error_y.color", s_ink));
        var polarBars = Of("barpolar");
        foreach (var trace in (Trace[])[bars, polarBars])
        {
            trace.PutValue("marker.line", Line.init(Color: s_ground, Width: 0.5));
            trace.PutValue("marker.pattern", Hatching());
            yield return trace;
        }
        yield return Of("carpet", ("aaxis", CarpetAxis()), ("baxis", CarpetAxis()));
        foreach (string kind in (string[])["choropleth", "contour", "heatmap", "heatmapgl", "histogram2d", "histogram2dcontour", "surface"])
            yield return Of(kind, ("colorbar", Bar()), ("colorscale", PlotlyScales.Sequential));
        foreach (string kind in (string[])["contourcarpet", "mesh3d"])
            yield return Of(kind, ("colorbar", Bar()));
        yield return Of("histogram", ("marker.pattern", Hatching()));
        yield return Of("parcoords", ("line.colorbar", Bar()));
        yield return Of("pie", ("automargin", true));
        foreach (string kind in (string[])["scatter", "scattercarpet", "scattergeo", "scattergl", "scattermapbox", "scatterpolar", "scatterpolargl", "scatterternary"])
            yield return Of(kind, ("marker.colorbar", Bar()));
        yield return Of("scatter3d", ("marker.colorbar", Bar()), ("line.colorbar", Bar()));
    }

    private static Trace Of(string kind, params (string Key, object Value)[] members)
    {
        var trace = new Trace(kind);
        foreach (var (key, value) in members)
            trace.PutValue(key, value);
        return trace;
    }

    private static DynamicObj.DynamicObj Part(params (string Key, object Value)[] members)
    {
        var part = new DynamicObj.DynamicObj();
        foreach (var (key, value) in members)
            part.PutValue(key, value);
        return part;
    }

    private static DynamicObj.DynamicObj Bar() => Part(("outlinewidth", 0.0), ("ticks", ""));

    private static DynamicObj.DynamicObj Lines() => Part(("ticks", ""), ("linecolor", s_white), ("gridcolor", s_white));

    private static DynamicObj.DynamicObj SceneAxis() => Part(("ticks", ""), ("linecolor", s_white), ("gridcolor", s_white), ("gridwidth", 2.0),
        ("zerolinecolor", s_white), ("backgroundcolor", s_ground), ("showbackground", true));

    private static DynamicObj.DynamicObj CartesianAxis() => Part(("title.standoff", 15), ("ticks", ""), ("automargin", true), ("linecolor", s_white),
        ("gridcolor", s_white), ("zerolinecolor", s_white), ("zerolinewidth", 2.0));

    private static DynamicObj.DynamicObj CarpetAxis() => Part(("linecolor", s_white), ("gridcolor", s_white), ("endlinecolor", s_ink),
        ("minorgridcolor", s_white), ("startlinecolor", s_ink));

    private static Pattern Hatching() => Pattern.init(FillMode: StyleParam.PatternFillMode.Overlay, Size: 10, Solidity: 0.2);

    /// <summary>Sequences of colours for the traces of a chart.</summary>
    public static class ColorWays
    {
        public static Color plotly { get; } = Of("#636efa", "#EF553B", "#00cc96", "#ab63fa", "#FFA15A", "#19d3f3", "#FF6692", "#B6E880", "#FF97FF", "#FECB52");

        public static Color fslab { get; } = Of("#A00975", "#D12F67", "#44d57f", "#438AFE", "#d59a1b", "#F99BDE", "#ff9b9b", "#c6ffdd", "#00d4ff", "#d2c572");

        private static Color Of(params string[] colors) => Color.fromColors(colors.Select(Color.fromHex));
    }
}
