namespace Plotly.NET.Rendering;

/// <summary>A chart as the mime types that notebooks keep, so that every viewer finds one it can show.</summary>
internal static class ChartBundle
{
    private const string PlotlyMime = "application/vnd.plotly.v1+json";

    /// <summary>Best first: VS Code and JupyterLab draw plotly's own, browsers the HTML, GitHub and print the picture, terminals the line.</summary>
    public static IReadOnlyList<string> MimeTypes { get; } = [PlotlyMime, "text/html", "image/svg+xml", "text/plain"];

    /// <summary>A chart as one mime type.</summary>
    /// <param name="json">The chart: <c>{data, layout, config}</c>.</param>
    /// <param name="mimeType">One of <see cref="MimeTypes"/>.</param>
    public static string Of(string json, string mimeType) => mimeType switch
    {
        PlotlyMime => json,
        "text/html" => NotebookHtml.Of(json),
        "image/svg+xml" => StillPicture.Draw(json),
        "text/plain" => FigureText.Summary(json),
        _ => throw new ArgumentException($"A chart has no form {mimeType}: choose among {string.Join(", ", MimeTypes)}.", nameof(mimeType)),
    };
}
