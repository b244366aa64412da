using Microsoft.FSharp.Collections;

namespace Plotly.NET;

/// <summary>A state of an animation.</summary>
public class Frame : DynamicObj.DynamicObj;

/// <summary>What plotly.js calls a figure: data, layout, frames.</summary>
public sealed class Figure(FSharpList<Trace> data, Layout layout, FSharpList<Frame> frames)
{
    public FSharpList<Trace> Data { get; } = data;

    public Layout Layout { get; } = layout;

    public FSharpList<Frame> Frames { get; } = frames;

    public static Figure create(FSharpList<Trace> data, Layout layout) => new(data, layout, ListModule.Empty<Frame>());
}
