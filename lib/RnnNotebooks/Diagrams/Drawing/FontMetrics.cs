namespace RnnNotebooks.Drawing;

/// <summary>
/// How wide a text may come out, in units of its font size. A figure is drawn without the reader's fonts at hand, so every width is
/// the larger of the two families that a machine most likely has; what fits here fits there.
/// </summary>
internal static partial class FontMetrics
{
    /// <summary>The width of <paramref name="text"/> at font size 1.</summary>
    public static double Width(string text, Face face)
    {
        var (ascii, extra) = face switch
        {
            Face.Bold => (Bold, BoldExtra),
            Face.Roman or Face.Italic => (Math, MathExtra),
            Face.Mono => (Mono, MonoExtra),
            _ => (Sans, SansExtra),
        };
        double width = 0;
        foreach (var character in text)
            width += Advance(character, ascii, extra);
        return width / 1000;
    }

    private static double Advance(char character, short[] ascii, short[] extra)
    {
        if (character is >= ' ' and <= '~')
            return ascii[character - ' '];
        if (character is >= '\u0300' and <= '\u036F')
            return 0; // combining accents sit on the letter before them
        if (character is '\u2009')
            return 200;
        var index = Extra.IndexOf(character);
        return index < 0 ? 1000 : extra[index];
    }
}

/// <summary>The few ways in which a figure sets its letters.</summary>
internal enum Face
{
    /// <summary>Words.</summary>
    Sans,

    /// <summary>Words that stand out.</summary>
    Bold,

    /// <summary>Upright mathematics: digits, tanh, σ.</summary>
    Roman,

    /// <summary>Variables.</summary>
    Italic,

    /// <summary>Code and shapes.</summary>
    Mono,
}
