using Plotly.NET.Rendering;

namespace Plotly.NET;

/// <summary>
/// Tells a notebook host how a type shows itself. Hosts find it by its name and its members' names, so that no host is referenced.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [.. ChartBundle.MimeTypes];
}

/// <summary>The formatters of a chart, one a mime type.</summary>
internal sealed class ChartFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => ChartBundle.MimeTypes.Select(mimeType => new ChartFormatter(mimeType));
}

/// <summary>Writes a chart as one mime type.</summary>
internal sealed class ChartFormatter(string mimeType)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not GenericChart chart)
            return false;
        writer.Write(ChartBundle.Of(GenericChart.toJson(chart), MimeType));
        return true;
    }
}
