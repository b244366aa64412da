namespace Plotly.NET.Traces;

// Points and lines, in the plane and in space
internal static partial class TraceBuilder
{
    public static GenericChart Scatter(Arguments a) => ScatterTrace(a, a.Take("mode")!.ToString()!);

    public static GenericChart Point(Arguments a) => ScatterTrace(a, Mode("markers", a));

    public static GenericChart Line(Arguments a) => ScatterTrace(a, Mode("lines", a));

    public static GenericChart Spline(Arguments a)
    {
        var line = SmoothLine(a);
        return ScatterTrace(a.Add("Line", line), Mode("lines", a));
    }

    public static GenericChart Bubble(Arguments a) => ScatterTrace(SizedMarkers(a), Mode("markers", a));

    public static GenericChart Area(Arguments a) => ScatterTrace(a.Add("Fill", StyleParam.Fill.ToZero_y), Mode("lines", a));

    public static GenericChart SplineArea(Arguments a)
    {
        var line = SmoothLine(a);
        return ScatterTrace(a.Add("Line", line).Add("Fill", StyleParam.Fill.ToZero_y), Mode("lines", a));
    }

    public static GenericChart StackedArea(Arguments a) => ScatterTrace(a.Add("StackGroup", "stackedarea"), Mode("lines", a));

    public static GenericChart Scatter3D(Arguments a) => SpaceTrace(a, a.Take("mode")!.ToString()!);

    public static GenericChart Point3D(Arguments a) => SpaceTrace(a, Mode("markers", a));

    public static GenericChart Line3D(Arguments a) => SpaceTrace(a, Mode("lines", a));

    public static GenericChart Bubble3D(Arguments a) => SpaceTrace(SizedMarkers(a), Mode("markers", a));

    /// <summary>A line inside a band: the lower bound, the upper bound filled down to it, and the line itself.</summary>
    public static GenericChart Range(Arguments a)
    {
        object x = a.Take("x")!;
        bool defaults = a.Take("UseDefaults", true);
        string group = a.Take("GroupName", "range");
        object? fill = a.Take("RangeColor");
        var lower = Bound(x, a.Take("lower")!, a.Take("LowerName", "lower"), group, a, "Lower");
        var upper = Bound(x, a.Take("upper")!, a.Take("UpperName", "upper"), group, a, "Upper");
        upper.PutValue("fill", "tonexty");
        upper.PutValue("fillcolor", fill);
        string mode = a.Take("ShowMarkers", false) ? "lines+markers" : a.Take("mode")!.ToString()!;
        _ = a.Take("mode");
        var middle = new Trace2D("scatter");
        middle.PutValue("mode", mode);
        middle.PutValue("x", x);
        middle.PutValue("legendgroup", group);
        PutMarker(middle, a);
        PutLine(middle, a);
        a.PutRest(middle);
        return GenericChart.Of(defaults, [lower, upper, middle]);
    }

    private static Trace2D Bound(object x, object y, string name, string group, Arguments a, string which)
    {
        var trace = new Trace2D("scatter");
        trace.PutValue("mode", "lines");
        trace.PutValue("x", x);
        trace.PutValue("y", y);
        trace.PutValue("name", name);
        trace.PutValue("legendgroup", group);
        trace.PutValue("showlegend", false);
        trace.PutValue("marker", a.Take(which + "Marker"));
        trace.PutValue("line", a.Take(which + "Line") ?? Plotly.NET.Line.init(Width: 0.0));
        trace.PutValue("text", a.Take(which + "Text"));
        trace.PutValue("text", a.Take($"Multi{which}Text"));
        return trace;
    }

    private static GenericChart ScatterTrace(Arguments a, string mode)
    {
        bool webGl = a.Take("UseWebGL", false);
        return Lines(new Trace2D(webGl ? "scattergl" : "scatter"), a, mode);
    }

    private static GenericChart SpaceTrace(Arguments a, string mode) => Lines(new Trace3D("scatter3d"), a, mode);

    private static GenericChart Lines(Trace trace, Arguments a, string mode)
    {
        trace.PutValue("mode", mode);
        PutMarker(trace, a);
        PutLine(trace, a);
        return Finish(trace, a);
    }

    // Text is drawn beside the points when the caller says where
    private static string Mode(string mode, Arguments a)
    {
        bool markers = a.Take("ShowMarkers", false);
        if (markers)
            mode += "+markers";
        return a.Has("TextPosition") || a.Has("MultiTextPosition") ? mode + "+text" : mode;
    }

    private static Line SmoothLine(Arguments a)
    {
        var line = a.TryTake("Line", out Line? given) ? given.Clone() : new Line();
        line.PutValue("shape", StyleParam.Shape.Spline);
        line.PutValue("smoothing", a.Take("Smoothing"));
        return line;
    }

    private static Arguments SizedMarkers(Arguments a)
    {
        var marker = a.TryTake("Marker", out TraceObjects.Marker? given) ? given.Clone() : new TraceObjects.Marker();
        marker.PutValue("size", a.Take("sizes"));
        return a.Add("Marker", marker);
    }
}
