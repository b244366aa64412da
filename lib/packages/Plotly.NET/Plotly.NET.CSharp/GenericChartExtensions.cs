namespace Plotly.NET.CSharp;

/// <summary>Styles, pages and parts of a chart.</summary>
public static partial class GenericChartExtensions
{
    public static Layout GetLayout(this GenericChart gChart) => GenericChart.getLayout(gChart);

    public static Trace[] GetTraces(this GenericChart gChart) => [.. GenericChart.getTraces(gChart)];

    /// <summary>Writes the chart as a page that needs no network.</summary>
    public static void SaveHtml(this GenericChart gChart, string path, Optional<bool> OpenInBrowser = default) =>
        Plotly.NET.GenericChartExtensions.SaveHtml(gChart, path, OpenInBrowser.IsSome && OpenInBrowser.Value);

    /// <summary>Opens the chart in the browser.</summary>
    public static void Show(this GenericChart gChart) => Plotly.NET.Chart.Show(gChart);
}
