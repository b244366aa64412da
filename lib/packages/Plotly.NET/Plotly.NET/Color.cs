using System.Globalization;

namespace Plotly.NET;

/// <summary>A colour of four components, each 0 to 255.</summary>
public sealed class ARGB
{
    private ARGB(byte a, byte r, byte g, byte b) => (A, R, G, B) = (a, r, g, b);

    public byte A { get; }

    public byte R { get; }

    public byte G { get; }

    public byte B { get; }

    /// <summary>A colour from its components.</summary>
    /// <exception cref="ArgumentException">A component is not between 0 and 255.</exception>
    public static ARGB create(int a, int r, int g, int b)
    {
        foreach (int component in (ReadOnlySpan<int>)[a, r, g, b])
        {
            if (component is < 0 or > 255)
                throw new ArgumentException($"A colour's components go from 0 to 255, but one is {component}.");
        }
        return new ARGB((byte)a, (byte)r, (byte)g, (byte)b);
    }

    public static ARGB fromRGB(int r, int g, int b) => create(255, r, g, b);

    /// <summary>A colour from its digits.</summary>
    /// <param name="s">Six hexadecimal digits, bare or after <c>0x</c>.</param>
    /// <exception cref="ArgumentException">It is not six hexadecimal digits.</exception>
    public static ARGB fromHex(string s)
    {
        string digits = s.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? s[2..] : s;
        if (digits.Length != 6 || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb))
            throw new ArgumentException($"\"{s}\" is not a colour: write six hexadecimal digits, such as #1f77b4.");
        return fromRGB(rgb >> 16, (rgb >> 8) & 255, rgb & 255);
    }

    public static ARGB fromWebHex(string s) => fromHex(s.TrimStart('#'));

    public static ARGB fromKeyword(ColorKeyword c) => c.ToArgb();

    public static string toWebHex(ARGB c) => "#" + toHex(false, c);

    public static string toHex(bool prefix, ARGB c) =>
        (prefix ? "0x" : "") + $"{c.R:X2}{c.G:X2}{c.B:X2}";

    /// <summary>The colour as CSS and plotly.js write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rgba({R}, {G}, {B}, {A / 255.0:0.0})");
}

/// <summary>The colours that the web knows by name.</summary>
public sealed partial class ColorKeyword
{
    private readonly string _name;

    private ColorKeyword(string name) => _name = name;

    internal ARGB ToArgb()
    {
        var color = System.Drawing.Color.FromName(_name);
        return ARGB.fromRGB(color.R, color.G, color.B);
    }

    public override string ToString() => _name.ToLowerInvariant();
}

/// <summary>One colour, one colour per point, or one number per point to look up in a colour scale.</summary>
public sealed class Color
{
    private Color(object value) => Value = value;

    /// <summary>The colour as plotly.js takes it.</summary>
    public object Value { get; }

    public static Color fromARGB(int a, int r, int g, int b) => new(ARGB.create(a, r, g, b));

    public static Color fromRGB(int r, int g, int b) => fromARGB(255, r, g, b);

    /// <summary>A colour as the web writes it.</summary>
    /// <param name="s">Such as <c>#1f77b4</c>.</param>
    /// <exception cref="ArgumentException">It is not six hexadecimal digits.</exception>
    public static Color fromHex(string s) => new(ARGB.fromWebHex(s));

    public static Color fromKeyword(ColorKeyword c) => new(ARGB.fromKeyword(c));

    /// <summary>Anything that CSS understands, passed on unchecked.</summary>
    public static Color fromString(string c) => new(c);

    public static Color fromColors(IEnumerable<Color> c) => new(c.Select(one => one.Value).ToArray());

    public static Color fromColorScaleValues<a>(IEnumerable<a> c) where a : IConvertible => new(c);

    public override bool Equals(object? obj) => obj is Color other && Value.Equals(other.Value);

    public override int GetHashCode() => Value.GetHashCode();
}
