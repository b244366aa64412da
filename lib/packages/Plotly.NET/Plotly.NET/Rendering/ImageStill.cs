using System.Text.Json;

namespace Plotly.NET.Rendering;

/// <summary>Pixels: a data URI, or rows of colours.</summary>
internal sealed class ImageStill(Look trace, Rgb color) : Still(trace, color)
{
    private double _columns = 1, _rows = 1;

    private string _uri = "";

    public override void Extend(AxisScale x, AxisScale y)
    {
        _uri = Trace["source"].Text ?? Encoded();
        if (Trace["source"].Text is { } source)
            (_columns, _rows) = SizeOf(source);
        x.Include(-0.5);
        x.Include(_columns - 0.5);
        y.Include(-0.5);
        y.Include(_rows - 0.5);
        x.IsTight = y.IsTight = y.RunsDown = true;
    }

    public override void Draw(SvgCanvas canvas, AxisScale x, AxisScale y)
    {
        double x0 = x.Pixel(-0.5), x1 = x.Pixel(_columns - 0.5), y0 = y.Pixel(-0.5), y1 = y.Pixel(_rows - 0.5);
        canvas.Image(Math.Min(x0, x1), Math.Min(y0, y1), Math.Abs(x1 - x0), Math.Abs(y1 - y0), _uri);
    }

    private string Encoded()
    {
        var rows = Trace["z"].Items;
        _rows = rows.Length;
        _columns = rows.Length == 0 ? 0 : rows[0].GetArrayLength();
        static byte Component(JsonElement pixel, int i) => i < pixel.GetArrayLength() ? (byte)Math.Clamp(Look.ToNumber(pixel[i]) ?? 0, 0, 255) : (byte)255;
        return Png.DataUri([.. rows.Select(row => row.EnumerateArray().SelectMany(p => (byte[])[Component(p, 0), Component(p, 1), Component(p, 2), 255]).ToArray())]);
    }

    // A PNG says its size in the bytes after its first chunk's name
    private static (double Columns, double Rows) SizeOf(string uri)
    {
        int comma = uri.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || uri.Length < comma + 33)
            return (1, 1);
        byte[] head = Convert.FromBase64String(uri[(comma + 1)..(comma + 33)]);
        return ((head[18] << 8) | head[19], (head[22] << 8) | head[23]);
    }
}
