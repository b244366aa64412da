using Plotly.NET.LayoutObjects;

namespace Plotly.NET.Traces;

// Charts of a value over two coordinates
internal static partial class TraceBuilder
{
    public static GenericChart Heatmap(Arguments a)
    {
        bool webGl = a.Take("UseWebGL", false);
        bool reverse = a.Take("ReverseYAxis", false);
        var trace = new Trace2D(webGl ? "heatmapgl" : "heatmap");
        trace.PutValue("z", a.Take("zData"));
        var chart = Finish(trace, a);
        return reverse ? chart.WithLayout(layout => layout.PutValue("yaxis.autorange", StyleParam.AutoRange.Reversed)) : chart;
    }

    public static GenericChart AnnotatedHeatmap(Arguments a)
    {
        var texts = (IEnumerable<IEnumerable<string>>)a.Take("annotationText")!;
        var xs = Labels(a.Take("X"));
        var ys = Labels(a.Take("Y"));
        var notes = texts.SelectMany((row, r) => row.Select((text, c) => CellNote(xs?[c] ?? c, ys?[r] ?? r, text))).ToArray();
        a.Add("X", xs).Add("Y", ys);
        return Heatmap(a).WithLayout(layout => layout.PutValue("annotations", notes));
    }

    public static GenericChart Contour(Arguments a)
    {
        var trace = new Trace2D("contour");
        trace.PutValue("z", a.Take("zData"));
        var contours = a.TryTake("Contours", out TraceObjects.Contours? given) ? given.Clone() : new TraceObjects.Contours();
        contours.PutValue("coloring", a.Take("ContoursColoring"));
        contours.PutValue("operation", a.Take("ContoursOperation"));
        contours.PutValue("type", a.Take("ContoursType"));
        contours.PutValue("showlabels", a.Take("ShowContourLabels"));
        contours.PutValue("labelfont", a.Take("ContourLabelFont"));
        trace.SetProperty("contours", contours);
        var line = a.TryTake("ContourLine", out Line? outline) ? outline.Clone() : new Line();
        line.PutValue("color", a.Take("ContourLineColor"));
        line.PutValue("dash", a.Take("ContourLineDash"));
        line.PutValue("smoothing", a.Take("ContourLineSmoothing"));
        trace.SetProperty("line", line);
        return Finish(trace, a);
    }

    public static GenericChart Surface(Arguments a)
    {
        var trace = new Trace3D("surface");
        trace.PutValue("z", a.Take("zData"));
        return Finish(trace, a);
    }

    public static GenericChart Histogram2D(Arguments a) => Finish(new Trace2D("histogram2d"), a);

    public static GenericChart Histogram2DContour(Arguments a)
    {
        var trace = new Trace2D("histogram2dcontour");
        PutMarker(trace, a);
        var line = a.TryTake("ContourLine", out Line? outline) ? outline.Clone() : new Line();
        line.PutValue("color", a.Take("ContourLineColor"));
        line.PutValue("dash", a.Take("ContourLineDash"));
        line.PutValue("smoothing", a.Take("ContourLineSmoothing"));
        line.PutValue("width", a.Take("ContourLineWidth"));
        trace.SetProperty("line", line);
        return Finish(trace, a);
    }

    public static GenericChart Image(Arguments a) => Finish(new Trace2D("image"), a);

    private static object[]? Labels(object? values) => values is System.Collections.IEnumerable items ? [.. items.Cast<object>()] : null;

    private static Annotation CellNote(object x, object y, string text)
    {
        var note = new Annotation();
        note.PutValue("x", x);
        note.PutValue("y", y);
        note.PutValue("text", text);
        note.PutValue("showarrow", false);
        return note;
    }
}
