namespace Plotly.NET.Rendering;

/// <summary>One pair of axes and the traces on it.</summary>
internal sealed class Subplot(string xId, string yId, Look layout, List<Still> stills)
{
    private readonly Look _xLook = layout.Axis("x", xId[1..]), _yLook = layout.Axis("y", yId[1..]);

    public string XId { get; } = xId;

    public string YId { get; } = yId;

    public AxisScale X { get; private set; } = null!;

    public AxisScale Y { get; private set; } = null!;

    public List<Still> Stills { get; } = stills;

    /// <summary>The widest label that the vertical axis may need, in characters; known once the axes are read.</summary>
    public double LabelWidth { get; private set; }

    public bool HasYTitle => _yLook["title"]["text"].Text is { Length: > 0 };

    public bool HasXTitle => _xLook["title"]["text"].Text is { Length: > 0 };

    public static Subplot[] All(Look layout, (Look Trace, Rgb Color, int Index)[] traces, Theme theme)
    {
        var axes = new Dictionary<string, AxisScale>();
        var subplots = new List<Subplot>();
        foreach (var group in traces.GroupBy(t => (X: t.Trace["xaxis"].Text ?? "x", Y: t.Trace["yaxis"].Text ?? "y")))
        {
            var stills = new List<Still>();
            foreach (var (trace, color, index) in group)
                stills.Add(Make(trace, color, index, stills, theme));
            var subplot = new Subplot(group.Key.X, group.Key.Y, layout, stills);
            subplot.X = Axis(axes, group.Key.X, subplot._xLook, horizontal: true);
            subplot.Y = Axis(axes, group.Key.Y, subplot._yLook, horizontal: false);
            subplots.Add(subplot);
        }
        foreach (var subplot in subplots)
            subplot.Read(layout["barmode"].Text ?? "group");
        return [.. subplots];
    }

    public void Draw(SvgCanvas canvas, PlotFrame frame, Theme theme)
    {
        var (x, y, w, h) = frame.Area(_xLook, _yLook, layout, XId, YId);
        Fix(x, y, w, h);
        bool overlay = _yLook["overlaying"].Exists || _xLook["overlaying"].Exists;
        if (!overlay && theme.Plot is { A: > 0 } ground)
            canvas.Rect(x, y, w, h, ground);
        bool cells = Stills.Any(s => s is MatrixStill or ImageStill);
        if (!overlay && !cells)
            Grid(canvas, x, y, w, h, theme);
        canvas.Clipped(x - 1, y - 1, w + 2, h + 2, () =>
        {
            foreach (var still in Stills)
                still.Draw(canvas, X, Y);
        });
        if (_xLook["visible"].Flag != false)
            XLabels(canvas, x, y, w, h, theme);
        if (_yLook["visible"].Flag != false)
            YLabels(canvas, x, y, w, h, theme, _yLook["side"].Text == "right");
    }

    private static AxisScale Axis(Dictionary<string, AxisScale> axes, string id, Look look, bool horizontal)
    {
        if (!axes.TryGetValue(id, out var axis))
            axes[id] = axis = new AxisScale(look, horizontal);
        return axis;
    }

    private static Still Make(Look trace, Rgb color, int index, List<Still> before, Theme theme)
    {
        var own = Rgb.Parse(trace["marker"]["color"].Text) ?? Rgb.Parse(trace["line"]["color"].Text) ?? color;
        return trace["type"].Text switch
        {
            "bar" => new BarStill(trace, own, counted: false),
            "histogram" => new BarStill(trace, own, counted: true),
            "box" => new SampleStill(trace, own, index, violin: false),
            "violin" => new SampleStill(trace, own, index, violin: true),
            "contour" or "histogram2dcontour" => new ContourStill(trace, own, new Rgb(128, 128, 128, 0)),
            "heatmap" or "heatmapgl" or "histogram2d" => new MatrixStill(trace, own, new Rgb(128, 128, 128, 0)),
            "image" => new ImageStill(trace, own),
            _ => new ScatterStill(trace, own, before.OfType<ScatterStill>().LastOrDefault()),
        };
    }

    private void Read(string barMode)
    {
        BarStill[] bars = [.. Stills.OfType<BarStill>()];
        if (bars.Length > 0)
            BarStill.Arrange(bars, barMode, X, Y);
        foreach (var still in Stills)
            still.Extend(X, Y);
        LabelWidth = Y.Kind == AxisScale.Kinds.Category || _yLook["ticktext"].IsArray
            ? LongestLabel()
            : 5;
    }

    private double LongestLabel()
    {
        string[] texts = _yLook["ticktext"].IsArray ? _yLook["ticktext"].Texts : [.. Y.Categories];
        return texts.Select(t => (double)t.Length).DefaultIfEmpty(4).Max();
    }

    private void Fix(double x, double y, double w, double h)
    {
        if (X.End == X.Start)
            X.Fix(x, x + w);
        if (Y.End == Y.Start)
            Y.Fix(y, y + h);
        // Square cells: the longer side gives way
        if (!_yLook["scaleanchor"].Exists)
            return;
        double ratio = _yLook["scaleratio"].Number ?? 1;
        double unitX = w / Math.Abs(X.High - X.Low), unitY = h / Math.Abs(Y.High - Y.Low) / ratio;
        double unit = Math.Min(unitX, unitY), spareX = w - (unit * Math.Abs(X.High - X.Low)), spareY = h - (unit * ratio * Math.Abs(Y.High - Y.Low));
        X.Span(x + (spareX / 2), x + w - (spareX / 2));
        Y.Span(y + (spareY / 2), y + h - (spareY / 2));
    }

    private void Grid(SvgCanvas canvas, double x, double y, double w, double h, Theme theme)
    {
        var color = theme.Ink.WithOpacity(0.22);
        if (_xLook["showgrid"].Flag ?? X.Kind != AxisScale.Kinds.Category)
        {
            var own = Rgb.Parse(_xLook["gridcolor"].Text) ?? color;
            foreach (var (place, _) in X.Marks())
                canvas.Line(X.Pixel(place), y, X.Pixel(place), y + h, own);
        }
        if (_yLook["showgrid"].Flag ?? Y.Kind != AxisScale.Kinds.Category)
        {
            var own = Rgb.Parse(_yLook["gridcolor"].Text) ?? color;
            foreach (var (place, _) in Y.Marks())
                canvas.Line(x, Y.Pixel(place), x + w, Y.Pixel(place), own);
        }
        ZeroLines(canvas, x, y, w, h, theme);
    }

    private void ZeroLines(SvgCanvas canvas, double x, double y, double w, double h, Theme theme)
    {
        bool Inside(AxisScale axis) => axis.Kind == AxisScale.Kinds.Linear && axis.Low <= 0 && axis.High >= 0;
        if (Inside(Y) && _yLook["zeroline"].Flag != false)
            canvas.Line(x, Y.Pixel(0), x + w, Y.Pixel(0), Rgb.Parse(_yLook["zerolinecolor"].Text) ?? theme.Ink.WithOpacity(0.6), _yLook["zerolinewidth"].Number ?? 1);
        if (Inside(X) && _xLook["zeroline"].Flag != false)
            canvas.Line(X.Pixel(0), y, X.Pixel(0), y + h, Rgb.Parse(_xLook["zerolinecolor"].Text) ?? theme.Ink.WithOpacity(0.6), _xLook["zerolinewidth"].Number ?? 1);
        if (_xLook["showline"].Flag == true)
            canvas.Line(x, y + h, x + w, y + h, Rgb.Parse(_xLook["linecolor"].Text) ?? theme.Ink);
        if (_yLook["showline"].Flag == true)
            canvas.Line(x, y, x, y + h, Rgb.Parse(_yLook["linecolor"].Text) ?? theme.Ink);
    }

    private void XLabels(SvgCanvas canvas, double x, double y, double w, double h, Theme theme)
    {
        bool top = _xLook["side"].Text == "top";
        double edge = top ? y - 6 : y + h + 16, titleAt = top ? y - 26 : y + h + 38;
        if (_xLook["showticklabels"].Flag != false)
        {
            var marks = X.Marks();
            double size = _xLook["tickfont"]["size"].Number ?? theme.FontSize;
            double room = marks.Length < 2 ? w : Math.Abs(X.Pixel(marks[1].Place) - X.Pixel(marks[0].Place));
            double widest = marks.Select(m => SvgCanvas.Width(m.Label, size)).DefaultIfEmpty(0).Max();
            double turn = _xLook["tickangle"].Number ?? (widest < room * 0.98 ? 0 : widest * 0.75 < room ? 45 : 90);
            foreach (var (place, label) in marks)
            {
                double px = X.Pixel(place);
                if (turn == 0)
                    canvas.Text(px, edge, label, theme.Ink, size, "middle");
                else
                    canvas.Text(px + (turn > 0 ? -3 : 3), edge - 4, label, theme.Ink, size, turn > 0 ? "start" : "end", turn);
            }
            if (turn != 0)
                titleAt += Math.Min(widest * Math.Abs(Math.Sin(turn * Math.PI / 180)), 60) - 8;
        }
        if (_xLook["title"]["text"].Text is { Length: > 0 } title)
            canvas.Text(x + (w / 2), titleAt, title, theme.Ink, _xLook["title"]["font"]["size"].Number ?? 14, "middle");
    }

    private void YLabels(SvgCanvas canvas, double x, double y, double w, double h, Theme theme, bool right)
    {
        double edge = right ? x + w + 6 : x - 6;
        double widest = 0;
        if (_yLook["showticklabels"].Flag != false)
        {
            double size = _yLook["tickfont"]["size"].Number ?? theme.FontSize;
            foreach (var (place, label) in Y.Marks())
            {
                canvas.Text(edge, Y.Pixel(place) + (size * 0.35), label, theme.Ink, size, right ? "start" : "end");
                widest = Math.Max(widest, SvgCanvas.Width(label, size));
            }
        }
        if (_yLook["title"]["text"].Text is { Length: > 0 } title)
        {
            double at = right ? edge + widest + 18 : Math.Max(edge - widest - 12, 14);
            canvas.Text(at, y + (h / 2), title, theme.Ink, _yLook["title"]["font"]["size"].Number ?? 14, "middle", -90);
        }
    }
}
