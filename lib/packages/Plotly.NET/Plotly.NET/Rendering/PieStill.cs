using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Shares of a whole.</summary>
internal static class PieStill
{
    public static (string Name, Rgb Color)[] Draw(SvgCanvas canvas, Look trace, Rgb[] colorway, Rgb ink, double x, double y, double width, double height)
    {
        double[] values = trace["values"].Numbers;
        string[] labels = trace["labels"].Exists ? trace["labels"].Texts : [.. values.Select((_, i) => i.ToString(CultureInfo.InvariantCulture))];
        var own = trace["marker"]["colors"].Items;
        Rgb ColorOf(int i) => (i < own.Length ? Rgb.Parse(Look.TextOf(own[i])) : null) ?? colorway[i % colorway.Length];
        double all = values.Sum(), radius = Math.Min(width, height) / 2 * 0.9, hole = radius * (trace["hole"].Number ?? 0), from = -Math.PI / 2;
        double cx = x + (width / 2), cy = y + (height / 2);
        int[] order = [.. trace["sort"].Flag == false ? Enumerable.Range(0, values.Length) : Enumerable.Range(0, values.Length).OrderByDescending(i => values[i])];
        foreach (int i in order.Where(i => values[i] > 0))
        {
            double to = from + (2 * Math.PI * Math.Min(values[i] / all, 0.99999)), middle = (from + to) / 2;
            string At(double r, double angle) => $"{SvgCanvas.N(cx + (r * Math.Cos(angle)))} {SvgCanvas.N(cy + (r * Math.Sin(angle)))}";
            int large = to - from > Math.PI ? 1 : 0;
            string inner = hole > 0 ? $"L{At(hole, to)}A{SvgCanvas.N(hole)} {SvgCanvas.N(hole)} 0 {large} 0 {At(hole, from)}Z" : $"L{SvgCanvas.N(cx)} {SvgCanvas.N(cy)}Z";
            canvas.Path($"M{At(radius, from)}A{SvgCanvas.N(radius)} {SvgCanvas.N(radius)} 0 {large} 1 {At(radius, to)}{inner}", ColorOf(i), new Rgb(255, 255, 255), trace["marker"]["line"]["width"].Number ?? 1);
            double share = values[i] / all, label = share > 0.06 ? (radius + hole) / 2 * (hole > 0 ? 1 : 1.15) : radius + 14;
            var color = share > 0.06 ? ColorOf(i).Luminance > 0.6 ? new Rgb(34, 34, 34) : new Rgb(255, 255, 255) : ink;
            canvas.Text(cx + (label * Math.Cos(middle)), cy + (label * Math.Sin(middle)) + 4, share.ToString("0.#%", CultureInfo.InvariantCulture), color, 12, "middle");
            from = to;
        }
        return [.. order.Select(i => (i < labels.Length ? labels[i] : "", ColorOf(i)))];
    }
}
