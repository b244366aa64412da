using Microsoft.FSharp.Core;
using Plotly.NET.LayoutObjects;

namespace Plotly.NET;

public partial class Layout
{
    /// <summary>A function that gives a layout an axis.</summary>
    public static FSharpFunc<Layout, Layout> setLinearAxis(StyleParam.SubPlotId id, LinearAxis axis) => FSharpFunc<Layout, Layout>.FromConverter(layout =>
    {
        var copy = layout.Clone();
        copy.PutValue(id.ToString(), axis);
        return copy;
    });
}
