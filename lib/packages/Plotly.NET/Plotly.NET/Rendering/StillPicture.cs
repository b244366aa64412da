using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>
/// Draws a figure's JSON as SVG, for viewers that run no scripts: GitHub, print, a slow connection. It shows what plotly.js would
/// show at rest: the traces, axes, legend, titles, notes and subplots, with the template's colours.
/// </summary>
internal sealed class StillPicture
{
    private static readonly string[] s_colorway = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf"];

    private readonly SvgCanvas _canvas;

    private readonly Look _layout;

    private readonly Look[] _traces;

    private readonly Theme _theme;

    private readonly double _width, _height;

    private StillPicture(JsonElement figure, string name)
    {
        _canvas = new SvgCanvas(name);
        var layout = Look.Member(figure, "layout");
        var template = Look.Member(layout, "template");
        var defaults = Look.Member(template, "data");
        _layout = new Look(layout, Look.Member(template, "layout"));
        _theme = new Theme(_layout, [.. (_layout["colorway"].IsArray ? _layout["colorway"].Texts : s_colorway).Select(c => Rgb.Parse(c) ?? new Rgb(31, 119, 180))]);
        _traces = [.. figure.GetProperty("data").EnumerateArray().Select(trace => new Look(trace, First(Look.Member(defaults, Look.TextOf(Look.Member(trace, "type"))))))];
        _width = _layout["width"].Number ?? 700;
        _height = _layout["height"].Number ?? 450;
    }

    /// <summary>The picture of a figure.</summary>
    /// <param name="json">The figure: <c>{data, layout, …}</c>.</param>
    public static string Draw(string json)
    {
        using var figure = JsonDocument.Parse(json);
        return new StillPicture(figure.RootElement, "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..8]).Compose(FigureText.Summary(json));
    }

    private string Compose(string description)
    {
        if (_theme.Paper is { A: > 0 } paper)
            _canvas.Rect(0, 0, _width, _height, paper);
        var shown = _traces.Select((trace, i) => (Trace: trace, Color: _theme.Colorway[i % _theme.Colorway.Length], Index: i))
            .Where(t => t.Trace["visible"].Flag != false && t.Trace["visible"].Text != "legendonly").ToArray();
        var flat = Subplot.All(_layout, [.. shown.Where(t => !IsSolid(t.Trace) && !IsRound(t.Trace) && !IsTable(t.Trace))], _theme);
        var stills = flat.SelectMany(s => s.Stills).ToArray();
        var keys = stills.Where(s => s.Name.Length > 0 && s.InLegend && s is not MatrixStill).Select(s => new LegendEntry(s.Name, s.DrawKey)).ToList();
        var slices = shown.Where(t => IsRound(t.Trace)).SelectMany(t => t.Trace["labels"].Texts).Distinct().Take(20).ToArray();
        bool legend = _layout["showlegend"].Flag ?? (keys.Count > 1 || slices.Length > 0);
        var bars = stills.OfType<MatrixStill>().Where(m => m.HasColorBar).ToArray();
        var frame = Furniture.Frame(_layout, _width, _height, legend ? [.. keys.Select(k => k.Name), .. slices] : [], bars.Length > 0, flat);
        foreach (var subplot in flat)
            subplot.Draw(_canvas, frame, _theme);
        foreach (var scene in shown.Where(t => IsSolid(t.Trace)).GroupBy(t => t.Trace["scene"].Text ?? "scene"))
        {
            var look = _layout[scene.Key];
            var (x, y, w, h) = frame.Cell(look["domain"], _layout["grid"]);
            new SpaceStill(look, _theme.Ink, x, y, w, h).Draw(_canvas, [.. scene.Select(t => (t.Trace, t.Color))]);
        }
        foreach (var (trace, _, _) in shown.Where(t => IsRound(t.Trace)))
        {
            var (x, y, w, h) = frame.Cell(trace["domain"], _layout["grid"]);
            foreach (var (name, color) in PieStill.Draw(_canvas, trace, _theme.Colorway, _theme.Ink, x, y, w, h).Where(s => keys.TrueForAll(k => k.Name != s.Name)))
                keys.Add(new LegendEntry(name, (canvas, kx, ky) => canvas.Rect(kx + 6, ky - 5, 16, 10, color)));
        }
        foreach (var (trace, _, _) in shown.Where(t => IsTable(t.Trace)))
        {
            var (x, y, w, _) = frame.Cell(trace["domain"], _layout["grid"]);
            TableStill.Draw(_canvas, trace, _theme.Ink, x, y, w);
        }
        foreach (var bar in bars)
            Furniture.ColorBar(_canvas, bar, frame, _theme);
        if (legend)
            Furniture.Legend(_canvas, _layout, keys, frame, _theme, bars.Length > 0);
        Furniture.Notes(_canvas, _layout, flat, frame, _theme);
        Furniture.Title(_canvas, _layout, frame, _theme, _width);
        return _canvas.Finish(_width, _height, description);
    }

    private static bool IsSolid(Look trace) => trace["type"].Text is "surface" or "scatter3d" or "mesh3d";

    private static bool IsRound(Look trace) => trace["type"].Text is "pie";

    private static bool IsTable(Look trace) => trace["type"].Text is "table";

    private static JsonElement First(JsonElement list) => list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 ? list[0] : default;
}

/// <summary>The colours that a figure's layout and template give.</summary>
internal sealed class Theme(Look layout, Rgb[] colorway)
{
    public Rgb[] Colorway { get; } = colorway;

    /// <summary>Readable on white and on black: used where the figure leaves both to the page.</summary>
    public Rgb Ink { get; } = Rgb.Parse(layout["font"]["color"].Text) ?? new Rgb(0x7d, 0x7d, 0x7d);

    public Rgb? Paper { get; } = Rgb.Parse(layout["paper_bgcolor"].Text);

    public Rgb? Plot { get; } = Rgb.Parse(layout["plot_bgcolor"].Text);

    public double FontSize { get; } = layout["font"]["size"].Number ?? 12;
}

/// <summary>A line of the legend.</summary>
internal sealed record LegendEntry(string Name, Action<SvgCanvas, double, double> Draw);
