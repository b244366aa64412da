namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>text/plain.</summary>
public static class PlainTextFormatter
{
    public const string MimeType = "text/plain";

    public static ITypeFormatter GetPreferredFormatterFor(Type type) => Formatter.GetPreferredFormatterFor(type, MimeType);

    public static ITypeFormatter GetPreferredFormatterFor<T>() => GetPreferredFormatterFor(typeof(T));
}
