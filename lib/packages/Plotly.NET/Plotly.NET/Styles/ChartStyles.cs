namespace Plotly.NET.Styles;

/// <summary>What the <c>With…</c> methods of both packages do, each named as there.</summary>
internal static partial class ChartStyles
{
    public static GenericChart WithTitle(GenericChart chart, Arguments a) => chart.WithLayout(layout =>
    {
        layout.PutValue("title.text", a.Take("title"));
        layout.PutValue("title.font", a.Take("TitleFont"));
    });

    public static GenericChart WithSize(GenericChart chart, Arguments a) => chart.WithLayout(layout =>
    {
        layout.PutValue("width", a.Take("width") ?? a.Take("Width"));
        layout.PutValue("height", a.Take("height") ?? a.Take("Height"));
    });

    public static GenericChart WithLayout(GenericChart chart, Arguments a) => GenericChart.addLayout((Layout)a.Take("layout")!, chart);

    public static GenericChart WithLayoutStyle(GenericChart chart, Arguments a) => chart.WithLayout(a.PutRest);

    public static GenericChart WithConfig(GenericChart chart, Arguments a) => GenericChart.addConfig((Config)a.Take("config")!, chart);

    public static GenericChart WithTemplate(GenericChart chart, Arguments a) =>
        chart.WithLayout(layout => layout.PutValue("template", a.Take("template")));

    public static GenericChart WithMargin(GenericChart chart, Arguments a) => MergeInto(chart, "margin", a.Take("margin"));

    public static GenericChart WithMarginSize(GenericChart chart, Arguments a) => chart.WithLayout(layout =>
    {
        foreach (var (name, key) in (ReadOnlySpan<(string, string)>)[("Left", "l"), ("Right", "r"), ("Top", "t"), ("Bottom", "b"), ("Pad", "pad"), ("Autoexpand", "autoexpand")])
            layout.PutValue("margin." + key, a.Take(name));
    });

    public static GenericChart WithLegend(GenericChart chart, Arguments a) =>
        a.TryTake("showlegend", out object? show)
            ? chart.WithLayout(layout => layout.PutValue("showlegend", show))
            : MergeInto(chart, Id(a, StyleParam.SubPlotId.NewLegend), a.Take("legend"));

    public static GenericChart WithLegendStyle(GenericChart chart, Arguments a) =>
        chart.WithLayout(layout => a.PutRest(layout.Part("legend")));

    public static GenericChart WithLayoutGrid(GenericChart chart, Arguments a) => MergeInto(chart, "grid", a.Take("layoutGrid"));

    public static GenericChart WithLayoutGridStyle(GenericChart chart, Arguments a) => chart.WithLayout(layout => a.PutRest(layout.Part("grid")));

    public static GenericChart WithScene(GenericChart chart, Arguments a) => MergeInto(chart, Id(a, StyleParam.SubPlotId.NewScene), a.Take("scene"));

    public static GenericChart WithColorAxis(GenericChart chart, Arguments a) =>
        MergeInto(chart, a.Take("Id")?.ToString() ?? "coloraxis", a.Take("colorAxis"));

    public static GenericChart WithAnnotation(GenericChart chart, Arguments a) => Append(chart, "annotations", a, [a.Take("annotation")!]);

    public static GenericChart WithAnnotations(GenericChart chart, Arguments a) => Append(chart, "annotations", a, Items(a.Take("annotations")));

    public static GenericChart WithShape(GenericChart chart, Arguments a) => Append(chart, "shapes", a, [a.Take("shape")!]);

    public static GenericChart WithShapes(GenericChart chart, Arguments a) => Append(chart, "shapes", a, Items(a.Take("shapes")));

    public static GenericChart WithLayoutImage(GenericChart chart, Arguments a) => Append(chart, "images", a, [a.Take("image")!]);

    public static GenericChart WithLayoutImages(GenericChart chart, Arguments a) => Append(chart, "images", a, Items(a.Take("images")));

    public static GenericChart WithUpdateMenu(GenericChart chart, Arguments a) => Append(chart, "updatemenus", a, [a.Take("updateMenu")!]);

    public static GenericChart WithUpdateMenus(GenericChart chart, Arguments a) => Append(chart, "updatemenus", a, Items(a.Take("updateMenus")));

    public static GenericChart WithSlider(GenericChart chart, Arguments a) =>
        chart.WithLayout(layout => layout.PutValue("sliders", new[] { a.Take("slider")! }));

    public static GenericChart WithSliders(GenericChart chart, Arguments a) =>
        chart.WithLayout(layout => layout.PutValue("sliders", Items(a.Take("sliders"))));

    private static GenericChart MergeInto(GenericChart chart, string key, object? part) => chart.WithLayout(layout =>
    {
        var layer = new Layout();
        layer.PutValue(key, part);
        layout.Merge(layer);
    });

    private static string Id(Arguments a, Func<int, StyleParam.SubPlotId> id) => id(a.Take("Id", 1)).ToString();

    private static object[] Items(object? sequence) => [.. ((System.Collections.IEnumerable)sequence!).Cast<object>()];

    private static GenericChart Append(GenericChart chart, string key, Arguments a, object[] items)
    {
        bool append = a.Take("Append", true);
        return chart.WithLayout(layout =>
        {
            object[] before = append && layout.TryGet(key, out object? own) ? Items(own) : [];
            layout.PutValue(key, before.Concat(items).ToArray());
        });
    }
}
