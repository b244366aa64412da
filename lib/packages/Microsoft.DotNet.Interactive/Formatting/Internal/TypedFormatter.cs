using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Formatting;

/// <summary>A formatter found by type at run time, for use with a type known when compiling.</summary>
internal static class TypedFormatter
{
    public static ITypeFormatter<T> Of<T>(ITypeFormatter formatter) =>
        formatter as ITypeFormatter<T> ?? new DelegateFormatter<T>(formatter.MimeType, typeof(T), (value, context) => formatter.Format(value, context));
}
