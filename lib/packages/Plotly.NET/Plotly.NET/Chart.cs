using System.Diagnostics;

namespace Plotly.NET;

/// <summary>The F# way to charts, of which C# needs these.</summary>
public class Chart
{
    private Chart()
    {
    }

    public static GenericChart Combine(IEnumerable<GenericChart> gCharts) => GenericChart.combine(gCharts);

    public static GenericChart Invisible() => Traces.TraceBuilder.Invisible(new Arguments());

    /// <summary>Opens the chart in the browser.</summary>
    public static void Show(GenericChart ch)
    {
        string path = Path.Combine(Path.GetTempPath(), $"chart-{Guid.NewGuid():N}.html");
        GenericChartExtensions.SaveHtml(ch, path, true);
    }
}

/// <summary>Styles and pages of a chart.</summary>
public static partial class GenericChartExtensions
{
    /// <summary>Writes the chart as a page that needs no network.</summary>
    /// <param name="this">The chart.</param>
    /// <param name="path">Where to; <c>.html</c> is added when it is missing.</param>
    /// <param name="OpenInBrowser">Show it at once.</param>
    public static void SaveHtml(this GenericChart @this, string path, Microsoft.FSharp.Core.FSharpOption<bool>? OpenInBrowser = null)
    {
        string file = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path : path + ".html";
        File.WriteAllText(file, GenericChart.toEmbeddedHTML(@this));
        if (OpenInBrowser?.Value == true)
            Process.Start(new ProcessStartInfo(Path.GetFullPath(file)) { UseShellExecute = true })?.Dispose();
    }
}
