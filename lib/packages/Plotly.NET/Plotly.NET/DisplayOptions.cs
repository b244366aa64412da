namespace Plotly.NET;

/// <summary>Where a page finds plotly.js. There is no CDN here: pages work without a network.</summary>
public sealed class PlotlyJSReference
{
    private PlotlyJSReference()
    {
    }

    /// <summary>The script stands inside the page.</summary>
    public static PlotlyJSReference Full { get; } = new();

    /// <summary>The page defines <c>Plotly</c> by itself.</summary>
    public static PlotlyJSReference NoReference { get; } = new();

    public bool IsFull => ReferenceEquals(this, Full);

    public bool IsNoReference => ReferenceEquals(this, NoReference);
}

/// <summary>How the page around a chart is made.</summary>
public class DisplayOptions : DynamicObj.DynamicObj
{
    internal bool WithScript => !TryGet("PlotlyJSReference", out object? reference) || reference is not PlotlyJSReference { IsNoReference: true };

    public static PlotlyJSReference getPlotlyReference(DisplayOptions displayOpts) =>
        displayOpts.WithScript ? PlotlyJSReference.Full : PlotlyJSReference.NoReference;
}
