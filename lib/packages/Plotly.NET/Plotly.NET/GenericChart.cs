using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using Plotly.NET.Rendering;

namespace Plotly.NET;

/// <summary>A chart: one or more traces, a layout, and how to show them. Styling returns a new chart and leaves the old one alone.</summary>
[TypeFormatterSource(typeof(ChartFormatterSource))]
public abstract class GenericChart
{
    private static readonly string[] s_lists = ["annotations", "shapes", "images", "sliders", "hiddenlabels"];

    private readonly Trace[] _traces;

    private readonly Layout _layout;

    private readonly Config _config;

    private readonly DisplayOptions _displayOptions;

    private readonly Frame[] _frames;

    private GenericChart(Trace[] traces, Layout layout, Config config, DisplayOptions displayOptions, Frame[] frames) =>
        (_traces, _layout, _config, _displayOptions, _frames) = (traces, layout, config, displayOptions, frames);

    private sealed class Made(Trace[] traces, Layout layout, Config config, DisplayOptions displayOptions, Frame[] frames)
        : GenericChart(traces, layout, config, displayOptions, frames);

    public bool IsChart => _traces.Length == 1;

    public bool IsMultiChart => !IsChart;

    internal IReadOnlyList<Trace> Traces => _traces;

    internal Layout Layout => _layout;

    internal DisplayOptions Display => _displayOptions;

    public static GenericChart NewChart(Trace _data, Layout _layout, Config _config, DisplayOptions _displayOpts) =>
        new Made([_data], _layout, _config, _displayOpts, []);

    public static GenericChart NewMultiChart(FSharpList<Trace> _data, Layout _layout, Config _config, DisplayOptions _displayOpts) =>
        new Made([.. _data], _layout, _config, _displayOpts, []);

    public static GenericChart ofTraceObject(bool useDefaults, Trace trace) => Of(useDefaults, [trace]);

    /// <summary>Several charts as one: all traces over the merged layouts, of which later ones win.</summary>
    /// <exception cref="ArgumentException">There is no chart.</exception>
    public static GenericChart combine(IEnumerable<GenericChart> gCharts)
    {
        GenericChart[] charts = [.. gCharts];
        if (charts.Length == 0)
            throw new ArgumentException("There is no chart to combine: the sequence is empty.", nameof(gCharts));
        var layout = charts[0]._layout;
        var config = charts[0]._config;
        foreach (var chart in charts.Skip(1))
        {
            var merged = layout.With(chart._layout);
            foreach (string list in s_lists)
                merged.PutValue(list, Concatenated(layout, chart._layout, list));
            layout = merged;
            config = config.With(chart._config);
        }
        return new Made([.. charts.SelectMany(c => c._traces).Select(t => t.Clone())], layout, config, charts[^1]._displayOptions, [.. charts.SelectMany(c => c._frames)]);
    }

    public static FSharpList<Trace> getTraces(GenericChart gChart) => ListModule.OfSeq(gChart._traces);

    public static int countTrace(GenericChart gChart) => gChart._traces.Length;

    public static Layout getLayout(GenericChart gChart) => gChart._layout;

    public static GenericChart setLayout(Layout layout, GenericChart gChart) => gChart.With(layout: layout);

    public static GenericChart addLayout(Layout layout, GenericChart gChart) => gChart.With(layout: gChart._layout.With(layout));

    public static Config getConfig(GenericChart gChart) => gChart._config;

    public static GenericChart setConfig(Config config, GenericChart gChart) => gChart.With(config: config);

    public static GenericChart addConfig(Config config, GenericChart gChart) => gChart.With(config: gChart._config.With(config));

    public static DisplayOptions getDisplayOptions(GenericChart gChart) => gChart._displayOptions;

    public static GenericChart setDisplayOptions(DisplayOptions displayOpts, GenericChart gChart) =>
        new Made(gChart._traces, gChart._layout, gChart._config, displayOpts, gChart._frames);

    public static Tuple<FSharpOption<int>?, FSharpOption<int>?> tryGetLayoutSize(GenericChart gChart)
    {
        FSharpOption<int>? Size(string key) => gChart._layout.TryGet(key, out object? value) && value is int size ? size : null;
        return Tuple.Create(Size("width"), Size("height"));
    }

    public static Figure toFigure(GenericChart gChart) => new(getTraces(gChart), gChart._layout, ListModule.OfSeq(gChart._frames));

    /// <summary>
    /// A figure as a chart. Its frames stay with the chart and are played by a slider or button whose method is <c>animate</c>; the NuGet
    /// package forgets them here.
    /// </summary>
    public static GenericChart fromFigure(Figure fig) => new Made([.. fig.Data], fig.Layout, new Config(), new DisplayOptions(), [.. fig.Frames]);

    /// <summary>The chart as JSON: <c>{data, layout, config}</c>, and <c>frames</c> where there are any.</summary>
    public static string toJson(GenericChart gChart)
    {
        var parts = new Dictionary<string, object>
        {
            ["data"] = gChart._traces,
            ["layout"] = gChart._layout,
            ["config"] = gChart._config,
        };
        if (gChart._frames.Length > 0)
            parts["frames"] = gChart._frames;
        return JsonText.Of(parts);
    }

    /// <summary>The figure as JSON: <c>{data, layout, frames}</c>.</summary>
    public static string toFigureJson(GenericChart gChart) => JsonText.Of(new Dictionary<string, object>
    {
        ["data"] = gChart._traces,
        ["layout"] = gChart._layout,
        ["frames"] = gChart._frames,
    });

    /// <summary>An element and a script that draws into it. The page has to define <c>Plotly</c>.</summary>
    public static string toChartHTML(GenericChart gChart) =>
        HtmlPage.Chart(JsonText.Of(gChart._traces), JsonText.Of(gChart._layout), JsonText.Of(gChart._config), gChart._frames.Length > 0 ? JsonText.Of(gChart._frames) : null);

    /// <summary>A page that needs nothing else: plotly.js stands inside it.</summary>
    /// <exception cref="FileNotFoundException">Set-up has not put plotly.min.js beside the assemblies.</exception>
    public static string toEmbeddedHTML(GenericChart gChart) => HtmlPage.Page(toChartHTML(gChart), gChart._displayOptions.WithScript);

    internal static GenericChart Of(bool useDefaults, Trace[] traces)
    {
        if (!useDefaults)
            return new Made(traces, new Layout(), new Config(), new DisplayOptions(), []);
        var layout = new Layout();
        layout.SetProperty("width", Defaults.DefaultWidth);
        layout.SetProperty("height", Defaults.DefaultHeight);
        layout.SetProperty("template", Defaults.DefaultTemplate);
        return new Made(traces, layout, Defaults.DefaultConfig.Clone(), Defaults.DefaultDisplayOptions.Clone(), []);
    }

    internal GenericChart With(Layout? layout = null, Config? config = null) => new Made(_traces, layout ?? _layout, config ?? _config, _displayOptions, _frames);

    internal GenericChart WithTraces(Action<Trace> style) => WithTraces((trace, _) => style(trace));

    internal GenericChart WithTraces(Action<Trace, int> style)
    {
        Trace[] copies = [.. _traces.Select(t => t.Clone())];
        for (int i = 0; i < copies.Length; i++)
            style(copies[i], i);
        return new Made(copies, _layout, _config, _displayOptions, _frames);
    }

    internal GenericChart WithLayout(Action<Layout> style)
    {
        var copy = _layout.Clone();
        style(copy);
        return With(layout: copy);
    }

    /// <summary>One line that says what the chart shows.</summary>
    public override string ToString() => FigureText.Summary(toJson(this));

    private static object[]? Concatenated(Layout first, Layout second, string key)
    {
        bool one = first.TryGet(key, out object? a);
        bool two = second.TryGet(key, out object? b);
        return one && two ? [.. ((System.Collections.IEnumerable)a!).Cast<object>(), .. ((System.Collections.IEnumerable)b!).Cast<object>()] : null;
    }
}
