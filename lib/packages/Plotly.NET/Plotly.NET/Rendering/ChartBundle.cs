namespace Plotly.NET.Rendering;

internal static class ChartBundle
{
    public static IReadOnlyList<string> MimeTypes { get; } = ["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"];

    public static string Of(string json, string mimeType) => mimeType == MimeTypes[0] ? json : FigureText.Summary(json);
}
