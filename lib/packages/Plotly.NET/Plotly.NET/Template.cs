namespace Plotly.NET;

/// <summary>Defaults for the layout and for each kind of trace.</summary>
public class Template : DynamicObj.DynamicObj
{
    public static Template init<c>(Layout layoutTemplate, Microsoft.FSharp.Core.FSharpOption<IEnumerable<c>>? TraceTemplates = null) where c : Trace
    {
        var template = new Template();
        template.SetProperty("layout", layoutTemplate);
        var data = template.Part("data");
        foreach (var kind in (TraceTemplates?.Value ?? []).GroupBy(trace => trace.type))
            data.SetProperty(kind.Key, kind.Select(trace => Untyped(trace)).ToArray());
        return template;
    }

    public static Template withColorWay(Color colorway, Template template)
    {
        var copy = template.Clone();
        copy.Part("layout").SetProperty("colorway", colorway);
        return copy;
    }

    // The kind is the key that the template stands under
    private static Trace Untyped(Trace trace)
    {
        var copy = trace.Clone();
        copy.type = "";
        return copy;
    }
}
