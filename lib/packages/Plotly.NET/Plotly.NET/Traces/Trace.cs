namespace Plotly.NET;

/// <summary>One series of a chart: what plotly.js calls a trace.</summary>
/// <param name="traceTypeName">plotly.js's name of the kind, such as <c>scatter</c>.</param>
public class Trace(string traceTypeName) : DynamicObj.DynamicObj
{
    /// <summary>plotly.js's name of the kind.</summary>
    public string type { get; set; } = traceTypeName;
}

public class Trace2D(string traceTypeName) : Trace(traceTypeName);

public class Trace3D(string traceTypeName) : Trace(traceTypeName);

public class TraceDomain(string traceTypeName) : Trace(traceTypeName);
