using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>text/html.</summary>
public static class HtmlFormatter
{
    public const string MimeType = "text/html";

    public static ITypeFormatter GetPreferredFormatterFor(Type type) => Formatter.GetPreferredFormatterFor(type, MimeType);

    public static ITypeFormatter GetPreferredFormatterFor<T>() => GetPreferredFormatterFor(typeof(T));

    /// <summary>Has the styles of trees and tables written once, after the rendering.</summary>
    public static void RequireDefaultStyles(this FormatContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Require("dni-styles", required => required.Writer.Write(Styles.Default));
    }
}
