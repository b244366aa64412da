namespace Plotly.NET.Traces;

// Bars, and the charts that summarise a sample
internal static partial class TraceBuilder
{
    public static GenericChart Bar(Arguments a) => Bars(a, StyleParam.Orientation.Horizontal);

    public static GenericChart Column(Arguments a) => Bars(a, StyleParam.Orientation.Vertical);

    public static GenericChart StackedBar(Arguments a) => Stacked(Bar(a));

    public static GenericChart StackedColumn(Arguments a) => Stacked(Column(a));

    public static GenericChart Histogram(Arguments a)
    {
        var trace = new Trace2D("histogram");
        // The real package has one outline for the bars, which is the marker's
        a.Add("MarkerOutline", a.Take("Line"));
        PutMarker(trace, a);
        return Finish(trace, a);
    }

    public static GenericChart BoxPlot(Arguments a)
    {
        var trace = new Trace2D("box");
        PutMarker(trace, a);
        PutOutline(trace, a);
        return Finish(trace, a);
    }

    public static GenericChart Violin(Arguments a)
    {
        var trace = new Trace2D("violin");
        PutMarker(trace, a);
        PutOutline(trace, a);
        var box = a.TryTake("Box", out TraceObjects.Box? given) ? given.Clone() : new TraceObjects.Box();
        box.PutValue("visible", a.Take("ShowBox"));
        box.PutValue("width", a.Take("BoxWidth"));
        box.PutValue("fillcolor", a.Take("BoxFillColor"));
        trace.SetProperty("box", box);
        return Finish(trace, a);
    }

    public static GenericChart Pie(Arguments a) => PieTrace(a);

    public static GenericChart Doughnut(Arguments a) => PieTrace(a.Has("Hole") ? a : a.Add("Hole", 0.4));

    public static GenericChart Table(Arguments a)
    {
        var trace = new TraceDomain("table");
        trace.PutValue("columnwidth", a.Take("ColumnWidth"));
        trace.PutValue("columnwidth", a.Take("MultiColumnWidth"));
        return Finish(trace, a);
    }

    private static GenericChart Bars(Arguments a, StyleParam.Orientation orientation)
    {
        bool vertical = orientation == StyleParam.Orientation.Vertical;
        var trace = new Trace2D("bar");
        trace.PutValue(vertical ? "x" : "y", a.Take("Keys"));
        trace.PutValue(vertical ? "y" : "x", a.Take("values"));
        trace.PutValue("orientation", orientation);
        PutMarker(trace, a);
        return Finish(trace, a);
    }

    private static GenericChart Stacked(GenericChart chart) =>
        chart.WithLayout(layout => layout.PutValue("barmode", StyleParam.BarMode.Stack));

    private static GenericChart PieTrace(Arguments a)
    {
        var trace = new TraceDomain("pie");
        var marker = a.TryTake("Marker", out TraceObjects.Marker? given) ? given.Clone() : new TraceObjects.Marker();
        marker.PutValue("colors", a.Take("SectionColors"));
        marker.PutValue("line", a.Take("SectionOutline"));
        marker.PutValue("line.color", a.Take("SectionOutlineColor"));
        marker.PutValue("line.width", a.Take("SectionOutlineWidth"));
        marker.PutValue("line.width", a.Take("SectionOutlineMultiWidth"));
        trace.SetProperty("marker", marker);
        return Finish(trace, a);
    }
}
