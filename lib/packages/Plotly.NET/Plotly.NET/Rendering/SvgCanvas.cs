using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Plotly.NET.Rendering;

/// <summary>Writes the elements of a picture. The name is the picture's own on a page.</summary>
internal sealed partial class SvgCanvas(string name)
{
    private readonly StringBuilder _text = new();

    private int _clips;

    public static string N(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    public void Line(double x1, double y1, double x2, double y2, Rgb color, double width = 1, string dash = "") =>
        Add($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" {Stroke(color, width, dash)}/>");

    public void Rect(double x, double y, double width, double height, Rgb fill, Rgb? stroke = null, double strokeWidth = 1) =>
        Add($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(width, 0))}\" height=\"{N(Math.Max(height, 0))}\" {Fill(fill)}{(stroke is { } s && strokeWidth > 0 ? " " + Stroke(s, strokeWidth, "") : "")}/>");

    public void Circle(double x, double y, double radius, Rgb fill, Rgb? stroke = null, double width = 0) =>
        Add($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" {Fill(fill)}{(stroke is { } s && width > 0 ? " " + Stroke(s, width, "") : "")}/>");

    public void Path(string data, Rgb? fill, Rgb? stroke, double width = 1, string dash = "") =>
        Add($"<path d=\"{data}\" {(fill is { } f ? Fill(f) : "fill=\"none\"")}{(stroke is { } s && width > 0 ? " " + Stroke(s, width, dash) + " stroke-linejoin=\"round\"" : "")}/>");

    public void Image(double x, double y, double width, double height, string uri) =>
        Add($"<image x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"{uri}\"/>");

    // Plotly's texts are HTML: line breaks and indices are kept, other tags dropped. The anchor is start, middle or end; the turn in degrees, clockwise.
    public void Text(double x, double y, string text, Rgb color, double size = 12, string anchor = "start", double turn = 0, bool bold = false)
    {
        string[] lines = Break().Split(text);
        string attributes = $"x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" text-anchor=\"{anchor}\" {Fill(color)}"
            + (bold ? " font-weight=\"600\"" : "") + (turn == 0 ? "" : $" transform=\"rotate({N(turn)} {N(x)} {N(y)})\"");
        string body = lines.Length == 1
            ? Line(lines[0], size)
            : string.Concat(lines.Select((line, i) => $"<tspan x=\"{N(x)}\" dy=\"{(i == 0 ? "0" : "1.2em")}\">{Line(line, size)}</tspan>"));
        Add($"<text {attributes}>{body}</text>");
    }

    private static string Line(string html, double size)
    {
        var line = new StringBuilder();
        int at = 0;
        foreach (Match index in Index().Matches(html))
        {
            double drop = index.Groups["kind"].Value == "sub" ? size * 0.25 : size * -0.4;
            line.Append(Plain(html[at..index.Index]))
                .Append($"<tspan dy=\"{N(drop)}\" font-size=\"{N(size * 0.75)}\">{Plain(index.Groups["text"].Value)}</tspan>")
                .Append($"<tspan dy=\"{N(-drop)}\">&#8203;</tspan>");
            at = index.Index + index.Length;
        }
        return line.Append(Plain(html[at..])).ToString();
    }

    private static string Plain(string html) => WebUtility.HtmlEncode(WebUtility.HtmlDecode(Tag().Replace(html, "")));

    /// <summary>Draws inside a rectangle only.</summary>
    public void Clipped(double x, double y, double width, double height, Action draw)
    {
        // Pictures that stand on one page share its names: a clip of the same name would be the first picture's
        string id = $"{name}-{_clips++}";
        Add($"<clipPath id=\"{id}\"><rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\"/></clipPath><g clip-path=\"url(#{id})\">");
        draw();
        Add("</g>");
    }

    /// <summary>Draws without smoothed edges, so that neighbours leave no seam.</summary>
    public void Crisp(Action draw)
    {
        Add("<g shape-rendering=\"crispEdges\">");
        draw();
        Add("</g>");
    }

    /// <summary>The picture, described for screen readers.</summary>
    public string Finish(double width, double height, string description) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" role=\"img\" font-family=\"'Open Sans',verdana,arial,sans-serif\">"
        + $"<title>{WebUtility.HtmlEncode(description)}</title>{_text}</svg>";

    public static string[] Lines(string text) => [.. Break().Split(text).Select(line => WebUtility.HtmlDecode(Tag().Replace(line, "")))];

    /// <summary>About how wide a text is, in pixels.</summary>
    public static double Width(string text, double size = 12) => Lines(text).Max(line => line.Length) * size * 0.56;

    private static string Fill(Rgb color) => $"fill=\"{color with { A = 1 }}\"" + (color.A < 0.999 ? $" fill-opacity=\"{N(color.A)}\"" : "");

    private static string Stroke(Rgb color, double width, string dash) =>
        $"stroke=\"{color with { A = 1 }}\"" + (color.A < 0.999 ? $" stroke-opacity=\"{N(color.A)}\"" : "") + (width == 1 ? "" : $" stroke-width=\"{N(width)}\"")
        + (dash.Length == 0 ? "" : $" stroke-dasharray=\"{dash}\"");

    private void Add(string element) => _text.Append(element);

    [GeneratedRegex("<br */?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("<(?<kind>sub|sup)>(?<text>.*?)</\\k<kind>>")]
    private static partial Regex Index();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
