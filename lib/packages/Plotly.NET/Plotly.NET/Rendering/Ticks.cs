using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Round numbers for axes.</summary>
internal static class Ticks
{
    /// <summary>Steps of 1, 2 or 5 times a power of ten.</summary>
    public static double Step(double span, int about)
    {
        double rough = Math.Max(span, 1e-300) / Math.Max(about, 1);
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double factor = rough / power;
        return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    }

    /// <summary>The multiples of a step between two numbers.</summary>
    public static IEnumerable<double> Between(double low, double high, double step)
    {
        if (!(step > 0) || (high - low) / step > 200)
            yield break;
        for (double k = Math.Ceiling((low / step) - 1e-9); k <= Math.Floor((high / step) + 1e-9); k++)
            yield return k * step;
    }

    /// <summary>A number as short as the step allows.</summary>
    public static string Label(double value, double step)
    {
        if (Math.Abs(value) < step * 1e-9)
            return "0";
        double size = Math.Abs(value);
        string text = size is >= 1e6 or < 1e-4
            ? Scientific(value)
            : value.ToString("F" + Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 8), CultureInfo.InvariantCulture);
        return text.Replace('-', '−');
    }

    /// <summary>A power of ten, in full or with its exponent.</summary>
    public static string PowerLabel(int exponent, bool full) =>
        full ? Math.Pow(10, exponent).ToString("0.###", CultureInfo.InvariantCulture) : "10" + Superscript(exponent);

    private static string Scientific(double value)
    {
        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        string mantissa = (value / Math.Pow(10, exponent)).ToString("0.##", CultureInfo.InvariantCulture);
        return $"{mantissa}×10{Superscript(exponent)}";
    }

    private static string Superscript(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(d => d == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[d - '0']));
}
