namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>One line of plain text, as lists of variables show it.</summary>
public static class PlainTextSummaryFormatter
{
    public const string MimeType = "text/plain+summary";

    public static ITypeFormatter GetPreferredFormatterFor(Type type) => Formatter.GetPreferredFormatterFor(type, MimeType);
}
