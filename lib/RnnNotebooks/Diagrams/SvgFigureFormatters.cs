namespace RnnNotebooks;

/// <summary>Tells a notebook host, by convention and without a reference to it, how a figure shows itself.</summary>
internal sealed class SvgFigureFormatters
{
    /// <summary>The host calls this and reads <c>MimeType</c> and <c>Format</c> of what it gets.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter("text/html", figure => figure.Html),
        new Formatter("image/svg+xml", figure => figure.Svg),
        new Formatter("text/plain", figure => figure.ToString()),
    ];

    private sealed class Formatter(string mimeType, Func<SvgFigure, string> write)
    {
        public string MimeType => mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not SvgFigure figure)
                return false;
            writer.Write(write(figure));
            return true;
        }
    }
}
