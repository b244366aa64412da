namespace Plotly.NET.Rendering;

/// <summary>One trace in a still picture.</summary>
internal abstract class Still(Look trace, Rgb color)
{
    protected Look Trace { get; } = trace;

    /// <summary>The colour that the legend shows.</summary>
    public Rgb Color { get; } = color;

    public string Name => Trace["name"].Text ?? "";

    public bool InLegend => Trace["showlegend"].Flag ?? true;

    protected double Opacity => Trace["opacity"].Number ?? 1;

    /// <summary>Makes room on the axes.</summary>
    public abstract void Extend(AxisScale x, AxisScale y);

    public abstract void Draw(SvgCanvas canvas, AxisScale x, AxisScale y);

    /// <summary>The sample beside the name in the legend.</summary>
    public virtual void DrawKey(SvgCanvas canvas, double x, double y) => canvas.Rect(x + 6, y - 5, 16, 10, Color);

    /// <summary>plotly's dash names as SVG lengths.</summary>
    protected static string Dash(string? name, double width) => name switch
    {
        null or "solid" => "",
        "dot" => $"{SvgCanvas.N(width)},{SvgCanvas.N(width * 2)}",
        "dash" => $"{SvgCanvas.N(width * 4)},{SvgCanvas.N(width * 3)}",
        "longdash" => $"{SvgCanvas.N(width * 7)},{SvgCanvas.N(width * 4)}",
        "dashdot" => $"{SvgCanvas.N(width * 4)},{SvgCanvas.N(width * 2)},{SvgCanvas.N(width)},{SvgCanvas.N(width * 2)}",
        "longdashdot" => $"{SvgCanvas.N(width * 7)},{SvgCanvas.N(width * 2)},{SvgCanvas.N(width)},{SvgCanvas.N(width * 2)}",
        _ => name.Replace("px", "", StringComparison.Ordinal),
    };
}
