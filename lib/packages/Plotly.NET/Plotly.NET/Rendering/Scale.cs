using System.Globalization;
using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>A colour scale: colours at places from 0 to 1.</summary>
internal sealed class Scale
{
    private static readonly Dictionary<string, string[]> s_named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Viridis"] = ["#440154", "#48186a", "#472d7b", "#424086", "#3b528b", "#33638d", "#2c728e", "#26828e", "#21918c", "#1fa088", "#28ae80", "#3fbc73", "#5ec962", "#84d44b", "#addc30", "#d8e219", "#fde725"],
        ["Cividis"] = ["#00224e", "#123570", "#3b496c", "#575d6d", "#707173", "#8a8678", "#a59c74", "#c3b369", "#e1cc55", "#fee838"],
        ["Greys"] = ["#000000", "#ffffff"],
        ["Greens"] = ["#00441b", "#238b45", "#74c476", "#c7e9c0", "#f7fcf5"],
        ["RdBu"] = ["#050aac", "#6a89f7 0.35", "#bebebe 0.5", "#dcaa84 0.6", "#e6915a 0.7", "#b20a1c"],
        ["Bluered"] = ["#0000ff", "#ff0000"],
        ["Portland"] = ["#0c3383", "#0a88ba", "#f2d338", "#f28f38", "#d91e1e"],
        ["Jet"] = ["#000083", "#003caa 0.125", "#05ffff 0.375", "#ffff00 0.625", "#fa0000 0.875", "#800000"],
        ["Hot"] = ["#000000", "#e60000 0.3", "#ffd200 0.6", "#ffffff"],
        ["Electric"] = ["#000000", "#1e0064 0.15", "#780064 0.4", "#a05a00 0.6", "#e6c800 0.8", "#fffadc"],
        ["Earth"] = ["#000082", "#00b4b4 0.1", "#28d228 0.4", "#e6e632 0.6", "#784614 0.8", "#ffffff"],
        ["Blackbody"] = ["#000000", "#e60000 0.2", "#e6d200 0.4", "#ffffff 0.7", "#a0c8ff"],
        ["YlOrRd"] = ["#800026", "#e31a1c", "#fd8d3c", "#fed976", "#ffffcc"],
        ["YIOrRd"] = ["#800026", "#e31a1c", "#fd8d3c", "#fed976", "#ffffcc"],
        ["YlGnBu"] = ["#081d58", "#225ea8", "#41b6c4", "#c7e9b4", "#ffffd9"],
        ["YIGnBu"] = ["#081d58", "#225ea8", "#41b6c4", "#c7e9b4", "#ffffd9"],
        ["Picnic"] = ["#0000ff", "#66ccff", "#ffffff", "#ffcc99", "#ff0000"],
        ["Rainbow"] = ["#96005a", "#0000c8", "#0019ff", "#0098ff", "#2cff96", "#97ff00", "#ffea00", "#ff6f00", "#ff0000"],
    };

    private readonly (double At, Rgb Color)[] _stops;

    private Scale((double At, Rgb Color)[] stops) => _stops = stops;

    /// <summary>The scale of a trace: its name or its stops.</summary>
    public static Scale Of(Look colorscale, bool reversed)
    {
        (double At, Rgb Color)[] stops = colorscale.Items is [{ ValueKind: JsonValueKind.Array }, ..] pairs
            ? [.. pairs.Select(p => (p[0].GetDouble(), Rgb.Parse(p[1].GetString()) ?? new Rgb(128, 128, 128)))]
            : Placed(s_named.GetValueOrDefault(colorscale.Text ?? "", s_named["Viridis"]));
        return new Scale(reversed ? [.. stops.Reverse().Select(s => (1 - s.At, s.Color))] : stops);
    }

    public Rgb At(double place)
    {
        place = Math.Clamp(double.IsNaN(place) ? 0 : place, 0, 1);
        int i = Array.FindIndex(_stops, s => s.At >= place);
        if (i <= 0)
            return i == 0 ? _stops[0].Color : _stops[^1].Color;
        var (from, to) = (_stops[i - 1], _stops[i]);
        return from.Color.Mix(to.Color, (place - from.At) / Math.Max(to.At - from.At, 1e-12));
    }

    // A colour without a place of its own stands where even spacing puts it
    private static (double, Rgb)[] Placed(string[] colors) => [.. colors.Select((c, i) =>
        c.Split(' ') is [var color, var at] ? (double.Parse(at, CultureInfo.InvariantCulture), Rgb.Parse(color)!.Value) : ((double)i / (colors.Length - 1), Rgb.Parse(c)!.Value))];
}
