using System.Security.Cryptography;
using System.Text;
using RnnNotebooks.Drawing;

namespace RnnNotebooks;

/// <summary>
/// A finished figure. In a notebook it shows itself (SVG, HTML and text, whichever the viewer takes); <see cref="Svg"/> is the
/// standalone file with a title and a description for screen readers, light and dark.
/// </summary>
[TypeFormatterSource(typeof(SvgFigureFormatters), PreferredMimeTypes = ["text/html", "image/svg+xml", "text/plain"])]
public sealed class SvgFigure
{
    private readonly string _body;
    private readonly Shape _paper;
    private readonly string _extraStyle;
    private readonly Func<string, Shape, string>? _wrapHtml;

    internal SvgFigure(
        string name,
        string title,
        string description,
        Shape paper,
        string body,
        IReadOnlyList<PlacedLabel> labels,
        string extraStyle,
        Func<string, Shape, string>? wrapHtml)
    {
        Name = name;
        Title = title;
        Description = description;
        _paper = paper;
        _body = body;
        Labels = labels;
        _extraStyle = extraStyle;
        _wrapHtml = wrapHtml;
    }

    /// <summary>A short name in lower case and hyphens; the file in images/ is called so.</summary>
    public string Name { get; }

    /// <summary>What the figure shows, in a few words.</summary>
    public string Title { get; }

    /// <summary>The figure in sentences, for readers who do not see it.</summary>
    public string Description { get; }

    /// <summary>The natural width in pixels; the figure shrinks with its page.</summary>
    public double Width => _paper.Width;

    /// <summary>The natural height in pixels.</summary>
    public double Height => _paper.Height;

    /// <summary>The figure as a standalone SVG file.</summary>
    public string Svg => Write(inPage: false);

    /// <summary>
    /// The figure for a page: it follows the page's light or dark theme, shrinks with the page, and scrolls sideways on a
    /// phone before its letters become too small to read. No scripts.
    /// </summary>
    public string Html
    {
        get
        {
            var svg = Write(inPage: true);
            return _wrapHtml is null ? $"<div class=\"rf-box\" style=\"overflow-x:auto\">{svg}</div>" : _wrapHtml(svg, _paper);
        }
    }

    internal Shape Paper => _paper;

    internal IReadOnlyList<PlacedLabel> Labels { get; }

    /// <summary>Writes <see cref="Svg"/> to a file (UTF-8, line feeds).</summary>
    /// <param name="path">The file; it is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => File.WriteAllText(path, Svg, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <inheritdoc/>
    public override string ToString() => $"{Title}. {Description}";

    // At 0.72 of its natural size the smallest text (11 px) still is 8 px high.
    internal static double LeastWidth(Shape paper) => Math.Min(paper.Width, Math.Max(320, 0.72 * paper.Width));

    private string Write(bool inPage)
    {
        var (width, height) = (Drawing.Svg.N(Width), Drawing.Svg.N(Height));
        // On a page two pictures of one kind, such as two recorded runs, must not read each other's title.
        var name = inPage ? $"{Name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_body + Description)))[..6]}" : Name;
        var box = $"{Drawing.Svg.N(_paper.Left.X)} {Drawing.Svg.N(_paper.Top.Y)} {width} {height}";
        var size = inPage
            ? $"style=\"display:block;width:100%;max-width:{width}px;min-width:{Drawing.Svg.N(LeastWidth(_paper))}px;height:auto\""
            : $"width=\"{width}\" height=\"{height}\"";
        return
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" class="rf" {size} viewBox="{box}" role="img" aria-labelledby="{name}-title {name}-desc">
            <title id="{name}-title">{Drawing.Svg.Escape(Title)}</title>
            <desc id="{name}-desc">{Drawing.Svg.Escape(Description)}</desc>
            <style>{Theme.StyleSheet(inPage)}{_extraStyle}</style>
            <rect class="f-paper" x="{Drawing.Svg.N(_paper.Left.X)}" y="{Drawing.Svg.N(_paper.Top.Y)}" width="{width}" height="{height}" rx="8"/>
            {_body}</svg>

            """.ReplaceLineEndings("\n");
    }
}
