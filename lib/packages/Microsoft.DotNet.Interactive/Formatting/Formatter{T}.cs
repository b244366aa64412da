namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Formatting of one type.</summary>
public static class Formatter<T>
{
    /// <summary>How many items are written where <typeparamref name="T"/> is a sequence; <see cref="Formatter.ListExpansionLimit"/> until set.</summary>
    public static int ListExpansionLimit
    {
        get => Formatter.ListExpansionLimitFor(typeof(T));
        set => Formatter.SetListExpansionLimit(typeof(T), value);
    }

    public static void FormatTo(T obj, FormatContext context, string mimeType = PlainTextFormatter.MimeType) =>
        Formatter.FormatTo(obj, context, mimeType);
}
