using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.Csv;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace RnnNotebooks.Formatting;

/// <summary>What is known without any registration: a formatter of everything for each mime type.</summary>
internal static class DefaultFormatters
{
    /// <summary>The mime types that some types are shown in instead of <see cref="Formatter.DefaultMimeType"/>.</summary>
    public static readonly IReadOnlyList<(Type Type, string[] MimeTypes)> PreferredMimeTypes =
    [
        (typeof(string), [PlainTextFormatter.MimeType]),
        (typeof(IHtmlContent), [HtmlFormatter.MimeType]),
        (typeof(LaTeXString), [LaTeX]),
        (typeof(MathString), [LaTeX]),
        (typeof(JsonString), [JsonFormatter.MimeType]),
        (typeof(JsonElement), [JsonFormatter.MimeType]),
        (typeof(JsonDocument), [JsonFormatter.MimeType]),
        (typeof(JsonNode), [JsonFormatter.MimeType]),
        (typeof(TabularDataResource), [HtmlFormatter.MimeType, TabularDataResourceFormatter.MimeType]),
    ];

    private const string LaTeX = "text/latex";

    private static readonly Dictionary<string, ITypeFormatter> ByMimeType = new ITypeFormatter[]
    {
        new DelegateFormatter<object>(PlainTextFormatter.MimeType, typeof(object), PlainText.Write),
        new DelegateFormatter<object>(PlainTextSummaryFormatter.MimeType, typeof(object), WriteSummary),
        new DelegateFormatter<object>(HtmlFormatter.MimeType, typeof(object), HtmlView.Write),
        new DelegateFormatter<object>(JsonFormatter.MimeType, typeof(object), JsonText.Write),
        new DelegateFormatter<object>(CsvFormatter.MimeType, typeof(object), CsvText.Write),
        new DelegateFormatter<object>(TabularDataResourceFormatter.MimeType, typeof(object), TabularText.Write),
    }.ToDictionary(formatter => formatter.MimeType);

    public static IEnumerable<ITypeFormatter> All => ByMimeType.Values;

    /// <summary>An unknown mime type takes the value's text: a string is in that type already.</summary>
    public static IEnumerable<ITypeFormatter> For(string mimeType) =>
        [ByMimeType.TryGetValue(mimeType, out ITypeFormatter? known) ? known : new DelegateFormatter<object>(mimeType, typeof(object), PlainText.Write)];

    /// <summary>True where the HTML of a type is not the built-in view: its members are then nobody's business.</summary>
    public static bool IsFormattedByHand(Type type) =>
        Formatter.GetPreferredFormatterFor(type, HtmlFormatter.MimeType) != ByMimeType[HtmlFormatter.MimeType];

    private static bool WriteSummary(object value, FormatContext context)
    {
        context.Writer.Write(Summary.Of(value));
        return true;
    }
}
