using System.Text.RegularExpressions;

/// <summary>What the listings do not say: the plotly.js names behind the .NET ones, and how far this implementation reaches.</summary>
static partial class Names
{
    /// <summary>Every class reachable from these is generated.</summary>
    public static readonly string[] ObjectRoots =
    [
        "Plotly.NET.Layout", "Plotly.NET.Config", "Plotly.NET.Line", "Plotly.NET.Font", "Plotly.NET.Title", "Plotly.NET.ColorBar",
        "Plotly.NET.LayoutObjects.LinearAxis", "Plotly.NET.LayoutObjects.Scene", "Plotly.NET.LayoutObjects.ColorAxis",
        "Plotly.NET.LayoutObjects.Legend", "Plotly.NET.LayoutObjects.LayoutGrid", "Plotly.NET.LayoutObjects.Camera",
        "Plotly.NET.TraceObjects.Marker", "Plotly.NET.TraceObjects.Error", "Plotly.NET.TraceObjects.Bins",
        "Plotly.NET.TraceObjects.Box", "Plotly.NET.TraceObjects.MeanLine", "Plotly.NET.TraceObjects.Contours",
        "Plotly.NET.TraceObjects.Cumulative", "Plotly.NET.TraceObjects.Lighting", "Plotly.NET.TraceObjects.LightPosition",
        "Plotly.NET.TraceObjects.Projection", "Plotly.NET.TraceObjects.TraceSelection", "Plotly.NET.TraceObjects.TableCells",
    ];

    /// <summary>Classes written by hand.</summary>
    public static readonly HashSet<string> ByHand =
    [
        "Plotly.NET.Color", "Plotly.NET.Trace", "Plotly.NET.GenericChart", "Plotly.NET.Template", "Plotly.NET.DisplayOptions",
        "Plotly.NET.PlotlyJSReference", "Plotly.NET.Frame", "Plotly.NET.Figure", "Plotly.NET.Defaults",
    ];

    /// <summary>The charts of Plotly.NET.CSharp that lessons draw: two and three dimensions, pies and tables; no maps, no finance.</summary>
    public static readonly HashSet<string> Charts =
    [
        "Area", "AnnotatedHeatmap", "Bar", "BoxPlot", "Bubble", "Bubble3D", "Column", "Combine", "Contour", "Doughnut", "Grid", "Heatmap",
        "Histogram", "Histogram2D", "Histogram2DContour", "Image", "Invisible", "Line", "Line3D", "Pie", "Point", "Point3D",
        "Range", "Scatter", "Scatter3D", "SingleStack", "Spline", "SplineArea", "StackedArea", "StackedBar", "StackedColumn", "Surface",
        "Table", "Violin",
    ];

    /// <summary>The members of Plotly.NET.GenericChartExtensions that style a chart.</summary>
    public static readonly HashSet<string> CoreStyles =
    [
        "WithAnnotation", "WithAnnotations", "WithAxisAnchor", "WithColorAxis", "WithColorBar", "WithColorbar", "WithConfig", "WithLayout",
        "WithLayoutGrid", "WithLayoutGridStyle", "WithLayoutImage", "WithLayoutImages", "WithLayoutStyle", "WithLegend", "WithLine",
        "WithLineStyle", "WithMargin", "WithMarginSize", "WithMarker", "WithMarkerStyle", "WithScene", "WithShape", "WithShapes", "WithSize",
        "WithSlider", "WithSliders", "WithTemplate", "WithTitle", "WithTraceInfo", "WithUpdateMenu", "WithUpdateMenus", "WithXAxis",
        "WithXAxisRangeSlider", "WithXAxisStyle", "WithXError", "WithXErrorStyle", "WithYAxis", "WithYAxisStyle", "WithYError",
        "WithYErrorStyle", "WithZAxis", "WithZAxisStyle", "WithZError", "WithZErrorStyle",
    ];

    /// <summary>The members of Plotly.NET.CSharp.GenericChartExtensions that style a chart.</summary>
    public static readonly HashSet<string> CSharpStyles =
        ["WithLegend", "WithLegendStyle", "WithSize", "WithTraceInfo", "WithXAxisRangeSlider", "WithXAxisStyle", "WithYAxisStyle"];

    // .NET's parameter names whose plotly.js key is not the name in lower case
    private static readonly Dictionary<string, string> s_keys = new()
    {
        ["AxisType"] = "type",
        ["ShapeType"] = "type",
        ["UpdateMenuType"] = "type",
        ["PaperBGColor"] = "paper_bgcolor",
        ["PlotBGColor"] = "plot_bgcolor",
        ["Outline"] = "line",
        ["Symbol3D"] = "symbol",
        ["Margin.Left"] = "l",
        ["Margin.Right"] = "r",
        ["Margin.Top"] = "t",
        ["Margin.Bottom"] = "b",
        ["Padding.Left"] = "l",
        ["Padding.Right"] = "r",
        ["Padding.Top"] = "t",
        ["Padding.Bottom"] = "b",
        ["Slider.Padding"] = "pad",
        ["UpdateMenu.Padding"] = "pad",
        ["Config.PlotlyServerUrl"] = "plotlyServerURL",
        ["SelectRevision"] = "selectionrevision",
        ["Gradient.Types"] = "type",
        ["FaceNormalEpsilon"] = "facenormalsepsilon",
        ["VertexNormalEpsilon"] = "vertexnormalsepsilon",
        ["MarkerSelectionStyle"] = "marker",
        ["LineSelectionStyle"] = "line",
        ["FontSelectionStyle"] = "textfont",
        ["ProjectionType"] = "type",
        ["SelectionType"] = "type",
        ["Legend.VerticalAlign"] = "valign",
        ["RangeSlider.YAxisRange"] = "yaxis.range",
        ["RangeSlider.YAxisRangeMode"] = "yaxis.rangemode",
        ["Box.LineColor"] = "line.color",
        ["Box.LineWidth"] = "line.width",
        ["NewSelection.LineColor"] = "line.color",
        ["NewSelection.LineWidth"] = "line.width",
        ["NewSelection.LineDash"] = "line.dash",
    };

    // Values of cases that no rule gives
    private static readonly Dictionary<string, string> s_cases = new()
    {
        ["AxisType.Auto"] = "-",
        ["BarNorm.NoNorm"] = "",
        ["GroupNorm.None"] = "",
        ["HistNorm.None"] = "",
        ["PatternShape.None"] = "",
        ["PatternShape.DiagonalDescending"] = "/",
        ["PatternShape.DiagonalAscending"] = "\\",
        ["PatternShape.DiagonalChecked"] = "x",
        ["PatternShape.HorizontalLines"] = "-",
        ["PatternShape.VerticalLines"] = "|",
        ["PatternShape.Checked"] = "+",
        ["PatternShape.Dots"] = ".",
        ["PathbarEdgeShape.ArrowRight"] = ">",
        ["PathbarEdgeShape.ArrowLeft"] = "<",
        ["PathbarEdgeShape.Straight"] = "|",
        ["PathbarEdgeShape.Slash"] = "/",
        ["PathbarEdgeShape.BackSlash"] = "\\",
        ["Orientation.Horizontal"] = "h",
        ["Orientation.Vertical"] = "v",
        ["SelectDirection.Horizontal"] = "h",
        ["SelectDirection.Vertical"] = "v",
        ["SelectDirection.Diagonal"] = "d",
        ["ShapeType.Rectangle"] = "rect",
        ["ShapeType.SvgPath"] = "path",
        ["SelectionType.Rectangle"] = "rect",
        ["SelectionType.SvgPath"] = "path",
        ["TickOptions.Empty"] = "",
        ["ContourColoring.NoColoring"] = "none",
        ["ClickMode.NoClickMode"] = "none",
        ["ClickMode.EventSelect"] = "event+select",
        ["ConeAnchor.CenterOfMass"] = "cm",
        ["ExponentFormat.B"] = "B",
        ["ExponentFormat.SI"] = "SI",
        ["ExponentFormat.Ecapital"] = "E",
        ["HoverOn.PointsFills"] = "points+fills",
        ["SpikeMode.Axis"] = "toaxis",
        ["SpikeMode.AxisAcross"] = "toaxis+across",
        ["SpikeMode.AxisMarker"] = "toaxis+marker",
        ["SpikeMode.AxisAcrossMarker"] = "toaxis+across+marker",
        ["TilingFlip.XY"] = "x+y",
        ["TraceOrder.ReversedGrouped"] = "reversed+grouped",
        ["IcicleCount.BranchesLeaves"] = "branches+leaves",
        ["SymbolStyle.OpenDot"] = "open-dot",
        ["RangebreakPattern.NoPattern"] = "",
        ["GeoResolution.R110"] = "110",
        ["GeoResolution.R50"] = "50",
        ["LocationFormat.ISO_3"] = "ISO-3",
        ["LocationFormat.USA_states"] = "USA-states",
        ["LocationFormat.GeoJson_Id"] = "geojson-id",
        ["DoubleClick.ResetAutosize"] = "reset+autosize",
        ["ModeBarButton.HoverMode"] = "v1hovermode",
        ["WhiteBG"] = "white-bg",
    };

    // Cases that are numbers or truth values in plotly.js
    private static readonly Dictionary<string, string> s_literals = new()
    {
        ["ArrowHead.TriangleShort"] = "1",
        ["ArrowHead.TriangleTall"] = "2",
        ["ArrowHead.Barbed"] = "3",
        ["ArrowHead.SimpleShort"] = "4",
        ["ArrowHead.SimpleTall"] = "5",
        ["ArrowHead.Cirle"] = "6",
        ["ArrowHead.Circle"] = "6",
        ["ArrowHead.Square"] = "7",
        ["ArrowHead.LineOnly"] = "8",
        ["ArrowHead.None"] = "0",
        ["TriangulationAlgorithm.Delaunay"] = "-1",
        ["TriangulationAlgorithm.ConvexHull"] = "0",
        ["TriangulationAlgorithm.AlphaShape"] = "1",
        ["TickAutoMargin.All"] = "true",
        ["ScrollZoom.All"] = "true",
        ["ScrollZoom.NoZoom"] = "false",
        ["DoubleClick.NoInteraction"] = "false",
        ["SurfaceAxis.NoSurfaceAxis"] = "-1",
        ["SurfaceAxis.X"] = "0",
        ["SurfaceAxis.Y"] = "1",
        ["SurfaceAxis.Z"] = "2",
    };

    // plotly.js numbers its symbols in this order
    private static readonly string[] s_symbols =
    [
        "Circle", "Square", "Diamond", "Cross", "X", "TriangleUp", "TriangleDown", "TriangleLeft", "TriangleRight", "TriangleNE",
        "TriangleSE", "TriangleSW", "TriangleNW", "Pentagon", "Hexagon", "Hexagon2", "Octagon", "Star", "Hexagram", "StarTriangleUp",
        "StarTriangleDown", "StarSquare", "StarDiamond", "DiamondTall", "DiamondWide", "Hourglass", "Bowtie", "CircleCross", "CircleX",
        "SquareCross", "SquareX", "DiamondCross", "DiamondX", "CrossThin", "XThin", "Asterisk", "Hash", "YUp", "YDown", "YLeft", "YRight",
        "LineEW", "LineNS", "LineNE", "LineNW", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "ArrowBarUp", "ArrowBarDown",
        "ArrowBarLeft", "ArrowBarRight", "Arrow", "ArrowWide",
    ];

    private static readonly HashSet<string> s_spaced =
    [
        "CategoryOrder", "HistNorm", "TextPosition", "TickLabelPosition", "TickLabelOverflow", "LayoutGridRowOrder", "LayoutGridXSide",
        "LayoutGridYSide", "TransitionOrdering", "GeoProjectionType", "GeoScope", "StackGaps", "SpikeSnap", "RangebreakPattern",
        "AutoTypeNumbers", "AutoRange", "LocationFormat", "NewSelectionMode",
    ];

    private static readonly HashSet<string> s_dashed = ["TransitionEasing", "MarkerSymbol3D", "MapboxStyle", "MapboxLayerSymbolPlacement", "TreemapTilingPacking"];

    private static readonly HashSet<string> s_joined = ["HoverInfo", "IndicatorMode"];

    /// <summary>The plotly.js key of a parameter of <c>init</c>.</summary>
    public static string Key(string type, Parameter parameter)
    {
        string name = parameter.Name;
        if (name.StartsWith("Multi", StringComparison.Ordinal) && name.Length > 5 && char.IsUpper(name[5]))
            name = name[5..];
        if (s_keys.TryGetValue($"{type}.{name}", out string? key) || s_keys.TryGetValue(name, out key))
            return key;
        return type is "Config" or "Edits" or "ToImageButtonOptions" ? CamelCase(name) : name.ToLowerInvariant();
    }

    /// <summary>The value of a case without fields, as a C# literal.</summary>
    public static string CaseValue(string union, string name)
    {
        string full = $"{union}.{name}";
        if (s_literals.TryGetValue(full, out string? literal))
            return literal;
        if (union == "MarkerSymbol")
            return Quote(Array.IndexOf(s_symbols, name).ToString());
        if (name is "True" or "False")
            return name.ToLowerInvariant();
        if (s_cases.TryGetValue(full, out string? value))
            return Quote(value);
        return Quote(union switch
        {
            "Colorscale" => name,
            "FontFamily" => name.Replace('_', ' '),
            "ModeBarButton" => name.StartsWith("Draw") || name.StartsWith("Erase") ? name.ToLowerInvariant() : CamelCase(name),
            "Mode" => name.Replace('_', '+').ToLowerInvariant(),
            "Fill" => name.Replace("_", "").ToLowerInvariant(),
            "SurfacePattern" when name is not ("Odd" or "Even" or "All") => string.Join('+', name.ToCharArray()),
            "ConstraintOperation" => Operation(name),
            "MapboxStyle" when name.StartsWith("Mapbox") => Words(name["Mapbox".Length..], '-'),
            "Layer" when name.EndsWith("Traces") => Words(name, ' '),
            _ when s_spaced.Contains(union) => Words(name, ' '),
            _ when s_dashed.Contains(union) => Words(name, '-'),
            _ when s_joined.Contains(union) => Joined(name),
            _ => name.ToLowerInvariant(),
        });
    }

    /// <summary>Members whose signature needs a package that this implementation does without.</summary>
    public static bool IsOutOfReach(Method method) =>
        method.Parameters.Any(p => p.Name.Length == 0 || p.Type.Contains("Giraffe") || p.Type.Contains("FSharpList") || p.Type.Contains("FSharpFunc"));

    /// <summary>The constraint that the real package puts on a type parameter: values that JSON can hold.</summary>
    public static string Constraint(Method method, string typeParameter)
    {
        bool nested = method.Type.EndsWith("TableCells") || method.Name is "WithMarginSize";
        return nested ? "" : $" where {typeParameter} : System.IConvertible";
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Words(string name, char between) =>
        WordStart().Replace(name, m => between + m.Value).ToLowerInvariant();

    private static string Joined(string name) =>
        string.Join('+', Token().Matches(name).Select(m => m.Value is "Names" ? "name" : m.Value.ToLowerInvariant()));

    private static string Operation(string name) => name switch
    {
        "Equal" => "=",
        "LesserThan" => "<",
        "LesserThanOrEqual" => "<=",
        "GreaterThan" => ">",
        "GreaterThanOrEqual" => ">=",
        "InsideInclusiveInterval" => "[]",
        "InsideLeftInclusiveInterval" => "[)",
        "InsideRightInclusiveInterval" => "(]",
        "InsideExclusiveInterval" => "()",
        "OutsideInclusiveInterval" => "][",
        "OutsideLeftInclusiveInterval" => ")(",
        _ => "](",
    };

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\") + "\"";

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();

    [GeneratedRegex("Names?|Text|All|Number|Delta|Gauge|X|Y|Z")]
    private static partial Regex Token();
}
