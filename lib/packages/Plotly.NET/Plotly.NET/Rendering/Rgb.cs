using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>A colour to mix and to write: components 0 to 255, opacity 0 to 1.</summary>
internal readonly record struct Rgb(double R, double G, double B, double A = 1)
{
    /// <summary>A colour as CSS writes it, or null when it is not one.</summary>
    public static Rgb? Parse(string? css)
    {
        if (string.IsNullOrWhiteSpace(css))
            return null;
        css = css.Trim();
        if (css[0] == '#')
            return Hex(css[1..]);
        if (css.StartsWith("rgb", StringComparison.OrdinalIgnoreCase) && css.IndexOf('(') is > 0 and var open)
        {
            string[] parts = css[(open + 1)..].TrimEnd(')', ' ').Split(',');
            double[] c = [.. parts.Select(p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : 0)];
            return c.Length < 3 ? null : new Rgb(c[0], c[1], c[2], c.Length > 3 ? c[3] : 1);
        }
        var known = System.Drawing.Color.FromName(css);
        return known.IsKnownColor ? new Rgb(known.R, known.G, known.B, known.A / 255.0) : null;
    }

    public Rgb Mix(Rgb other, double share) =>
        new(R + ((other.R - R) * share), G + ((other.G - G) * share), B + ((other.B - B) * share), A + ((other.A - A) * share));

    public Rgb WithOpacity(double opacity) => this with { A = A * opacity };

    /// <summary>0 black to 1 white, as the eye sees it.</summary>
    public double Luminance => ((0.299 * R) + (0.587 * G) + (0.114 * B)) / 255;

    public byte[] Bytes => [Byte(R), Byte(G), Byte(B), Byte(A * 255)];

    public override string ToString() => A >= 0.999
        ? string.Create(CultureInfo.InvariantCulture, $"#{Byte(R):x2}{Byte(G):x2}{Byte(B):x2}")
        : string.Create(CultureInfo.InvariantCulture, $"rgba({Byte(R)},{Byte(G)},{Byte(B)},{A:0.##})");

    private static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);

    private static Rgb? Hex(string digits)
    {
        if (digits.Length is 3 or 4)
            digits = string.Concat(digits.Select(d => new string(d, 2)));
        if (digits.Length is not (6 or 8) || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
            return null;
        double opacity = 1;
        if (digits.Length == 8)
        {
            opacity = (value & 255) / 255.0;
            value >>= 8;
        }
        return new Rgb((value >> 16) & 255, (value >> 8) & 255, value & 255, opacity);
    }
}
