using System.Text;

namespace RnnNotebooks.Drawing;

/// <summary>
/// A drawing under way. Shapes and lines are put where the caller says; the sketch keeps lines under shapes and shapes under
/// texts, remembers every label's place for the tests, and in the end fits the paper around what was drawn.
/// </summary>
internal sealed class Sketch(string name, string title, string description)
{
    private const double HeadLength = 9;
    private const double HeadWidth = 4.2;
    private const double Margin = 14;

    private readonly StringBuilder _regions = new();
    private readonly StringBuilder _lines = new();
    private readonly StringBuilder _shapes = new();
    private readonly StringBuilder _texts = new();
    private readonly List<PlacedLabel> _labels = [];
    private double _left = double.MaxValue;
    private double _top = double.MaxValue;
    private double _right = double.MinValue;
    private double _bottom = double.MinValue;

    /// <summary>A class and a tooltip for what is drawn next; see <see cref="Tagged"/>.</summary>
    private (string Class, string? Tooltip)? _tag;

    /// <summary>Draws with a class, and a tooltip if there is one, on every element.</summary>
    public void Tagged(string classes, string? tooltip, Action draw)
    {
        var before = _tag;
        _tag = (classes, tooltip);
        draw();
        _tag = before;
    }

    /// <summary>A rounded box with up to one label in its middle.</summary>
    public Shape Box(double x, double y, double width, double height, Role role, string? label = null, double size = 15, double radius = 7)
    {
        var shape = new Shape(x, y, width, height);
        Put(_shapes, $"<rect class=\"f-o f-{Theme.Code(role)}\" {Rectangle(shape, radius)}/>");
        Include(shape);
        Inside(shape, label, size);
        return shape;
    }

    /// <summary>A circle with up to one label in its middle.</summary>
    public Shape Circle(double x, double y, double radius, Role role, string? label = null, double size = 15)
    {
        var shape = new Shape(x, y, 2 * radius, 2 * radius);
        Put(_shapes, $"<circle class=\"f-o f-{Theme.Code(role)}\" cx=\"{Svg.N(x)}\" cy=\"{Svg.N(y)}\" r=\"{Svg.N(radius)}\"/>");
        Include(shape);
        Inside(shape, label, size);
        return shape;
    }

    /// <summary>A grey-scale image: ink where the picture is bright.</summary>
    public void Pixels(double left, double top, double side, int columns, IReadOnlyList<byte> pixels)
    {
        for (var i = 0; i < pixels.Count; i++)
        {
            if (pixels[i] > 0)
                Put(_shapes, $"<rect class=\"f-ink\" x=\"{Svg.N(left + (i % columns * side))}\" y=\"{Svg.N(top + (i / columns * side))}\" width=\"{Svg.N(side)}\" height=\"{Svg.N(side)}\" fill-opacity=\"{Svg.N(pixels[i] / 255.0)}\"/>");
        }
    }

    /// <summary>A pale area behind other things.</summary>
    public Shape Region(double left, double top, double right, double bottom, Role role = Role.Quiet, bool dashed = false)
    {
        var shape = new Shape((left + right) / 2, (top + bottom) / 2, right - left, bottom - top);
        Put(_regions, $"<rect class=\"{(dashed ? "f-f" : "f-n")} f-{Theme.Code(role)}\" {Rectangle(shape, 10)}/>");
        Include(shape);
        return shape;
    }

    /// <summary>A text. On a line it gets a halo in the paper's colour, so that the line does not cross it out.</summary>
    public Shape Text(double x, double y, string label, double size = 14, string anchor = "middle", bool soft = false, bool halo = false)
    {
        var parsed = new Label(label);
        var width = parsed.Width(size);
        var middle = anchor switch { "start" => x + (width / 2), "end" => x - (width / 2), _ => x };
        var place = new Shape(middle, y, width, size * 1.2);
        var classes = "f-t" + (soft ? " f-s" : "") + (halo ? " f-halo" : "");
        Put(_texts, parsed.ToSvg(x, y, size, anchor, classes));
        Include(place);
        _labels.Add(new PlacedLabel(parsed.Plain, place, null));
        return place;
    }

    /// <summary>Several lines of text, one below the other.</summary>
    public void Lines(double x, double y, IEnumerable<string> lines, double size = 14, string anchor = "middle", bool soft = false)
    {
        foreach (var line in lines)
        {
            Text(x, y, line, size, anchor, soft);
            y += size * 1.35;
        }
    }

    /// <summary>A line through the points, its corners rounded, with a head at the end.</summary>
    public void Arrow(Role role, params ReadOnlySpan<Point> points) => Path(role, points, head: true, dashed: false, width: null);

    /// <summary>A dashed arrow: what happens only sometimes, or later.</summary>
    public void DashedArrow(Role role, params ReadOnlySpan<Point> points) => Path(role, points, head: true, dashed: true, width: null);

    /// <summary>An arrow that crosses over others: a gap in their lines (in the region's colour, or the paper's) shows that nothing meets.</summary>
    public void Over(Role role, bool onRegion, params ReadOnlySpan<Point> points)
    {
        var path = new StringBuilder($"M{At(points[0])}");
        foreach (var point in points[1..])
            path.Append($"L{At(point)}");
        Put(_lines, $"<path class=\"f-l {(onRegion ? "f-cq" : "f-cp")}\" d=\"{path}\"/>");
        Path(role, points, head: true, dashed: false, width: null);
    }

    /// <summary>A dot where a line splits.</summary>
    public void Dot(double x, double y, Role role) =>
        Put(_lines, $"<circle class=\"f-h f-{Theme.Code(role)}\" cx=\"{Svg.N(x)}\" cy=\"{Svg.N(y)}\" r=\"3.2\"/>");

    /// <summary>A line without a head.</summary>
    public void Line(Role role, params ReadOnlySpan<Point> points) => Path(role, points, head: false, dashed: false, width: null);

    /// <summary>A dashed line without a head.</summary>
    public void DashedLine(Role role, params ReadOnlySpan<Point> points) => Path(role, points, head: false, dashed: true, width: null);

    /// <summary>An arrow of a given thickness, in pixels.</summary>
    public void WeightedArrow(Role role, double width, params ReadOnlySpan<Point> points) => Path(role, points, head: true, dashed: false, width);

    /// <summary>A curved arrow with two control points.</summary>
    public void Curve(Role role, Point from, Point first, Point second, Point to, bool dashed = false, double width = 1.6)
    {
        var tip = to;
        var end = to.Towards(second, HeadLength - 2);
        var style = width == 1.6 ? "" : $" style=\"stroke-width:{Svg.N(width)}\"";
        Put(_lines, $"<path class=\"f-l{(dashed ? " f-d" : "")} f-{Theme.Code(role)}\" d=\"M{At(from)}C{At(first)} {At(second)} {At(end)}\"{style}/>");
        Head(role, second, tip, width);
        // A Bézier curve stays inside the hull of its four points; a quarter of the way is close enough for the paper's edge.
        for (var i = 0; i <= 16; i++)
            Include(Bezier(from, first, second, to, i / 16.0));
    }

    /// <summary>A curve without a head.</summary>
    public void Thread(Role role, Point from, Point first, Point second, Point to) =>
        Put(_lines, $"<path class=\"f-l f-{Theme.Code(role)}\" d=\"M{At(from)}C{At(first)} {At(second)} {At(to)}\"/>");

    /// <summary>The finished figure on paper that fits.</summary>
    /// <param name="extraStyle">Rules that only this figure needs.</param>
    /// <param name="wrapHtml">Makes the page's HTML from the SVG and its paper.</param>
    public SvgFigure Finish(string extraStyle = "", Func<string, Shape, string>? wrapHtml = null)
    {
        var width = _right - _left + (2 * Margin);
        var height = _bottom - _top + (2 * Margin);
        var body = $"{_regions}{_lines}{_shapes}{_texts}";
        var paper = new Shape((_left + _right) / 2, (_top + _bottom) / 2, width, height);
        return new SvgFigure(name, title, description, paper, body, _labels, extraStyle, wrapHtml);
    }

    /// <summary>The point at <paramref name="t"/> in [0, 1] of a Bézier curve.</summary>
    public static Point Bezier(Point from, Point first, Point second, Point to, double t)
    {
        var u = 1 - t;
        return (from * (u * u * u)) + (first * (3 * u * u * t)) + (second * (3 * u * t * t)) + (to * (t * t * t));
    }

    private void Path(Role role, ReadOnlySpan<Point> points, bool head, bool dashed, double? width)
    {
        foreach (var point in points)
            Include(point);
        var thick = width ?? 1.6;
        var last = points[^1];
        var end = head ? last.Towards(points[^2], (HeadLength * HeadScale(thick)) - 2) : last;
        var path = new StringBuilder($"M{At(points[0])}");
        for (var i = 1; i < points.Length - 1; i++)
        {
            var next = i + 1 == points.Length - 1 ? end : points[i + 1];
            var radius = Math.Min(10, Math.Min((points[i] - points[i - 1]).Length, (next - points[i]).Length) / 2);
            path.Append($"L{At(points[i].Towards(points[i - 1], radius))}Q{At(points[i])} {At(points[i].Towards(next, radius))}");
        }

        path.Append($"L{At(end)}");
        var style = width is null ? "" : $" style=\"stroke-width:{Svg.N(thick)}\"";
        Put(_lines, $"<path class=\"f-l{(dashed ? " f-d" : "")} f-{Theme.Code(role)}\" d=\"{path}\"{style}/>");
        if (head)
            Head(role, points[^2], last, thick);
    }

    private void Head(Role role, Point from, Point tip, double thick)
    {
        var scale = HeadScale(thick);
        var back = tip.Towards(from, HeadLength * scale);
        var way = tip - back;
        var side = new Point(-way.Y, way.X) * (HeadWidth * scale / way.Length);
        Put(_lines, $"<path class=\"f-h f-{Theme.Code(role)}\" d=\"M{At(tip)}L{At(back + side)}L{At(back - side)}Z\"/>");
    }

    private static double HeadScale(double thick) => Math.Max(0.6, Math.Min(2, 0.6 + (thick / 4)));

    private void Inside(Shape shape, string? label, double size)
    {
        if (label is null)
            return;
        var parsed = new Label(label);
        Put(_texts, parsed.ToSvg(shape.X, shape.Y, size, "middle", "f-t"));
        _labels.Add(new PlacedLabel(parsed.Plain, new Shape(shape.X, shape.Y, parsed.Width(size), size * 1.15), shape));
    }

    private void Put(StringBuilder layer, string element)
    {
        if (_tag is not { } tag)
        {
            layer.Append(element).Append('\n');
            return;
        }

        var tooltip = tag.Tooltip is null ? "" : $"<title>{Svg.Escape(tag.Tooltip)}</title>";
        layer.Append($"<g class=\"{tag.Class}\">{tooltip}{element}</g>\n");
    }

    private void Include(Shape shape)
    {
        Include(new Point(shape.Left.X, shape.Top.Y));
        Include(new Point(shape.Right.X, shape.Bottom.Y));
    }

    private void Include(Point point)
    {
        _left = Math.Min(_left, point.X);
        _top = Math.Min(_top, point.Y);
        _right = Math.Max(_right, point.X);
        _bottom = Math.Max(_bottom, point.Y);
    }

    private static string At(Point point) => $"{Svg.N(point.X)} {Svg.N(point.Y)}";

    private static string Rectangle(Shape shape, double radius) =>
        $"x=\"{Svg.N(shape.Left.X)}\" y=\"{Svg.N(shape.Top.Y)}\" width=\"{Svg.N(shape.Width)}\" height=\"{Svg.N(shape.Height)}\" rx=\"{Svg.N(radius)}\"";
}

/// <summary>A label, the place it takes at its widest, and the box that must hold it (null: it stands free).</summary>
internal sealed record PlacedLabel(string Text, Shape Place, Shape? Container);
