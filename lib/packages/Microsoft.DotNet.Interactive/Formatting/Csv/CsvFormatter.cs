using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting.Csv;

/// <summary>text/csv.</summary>
public static class CsvFormatter
{
    public const string MimeType = "text/csv";

    public static ITypeFormatter GetPreferredFormatterFor(Type type) => Formatter.GetPreferredFormatterFor(type, MimeType);

    public static ITypeFormatter<T> GetPreferredFormatterFor<T>() => TypedFormatter.Of<T>(GetPreferredFormatterFor(typeof(T)));
}
