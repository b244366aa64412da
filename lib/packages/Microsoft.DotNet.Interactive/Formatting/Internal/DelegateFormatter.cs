using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Formatting;

/// <summary>A formatter made of a delegate.</summary>
internal sealed class DelegateFormatter<T>(string mimeType, Type type, FormatDelegate<T> format) : TypeFormatter<T>(type)
{
    public override string MimeType { get; } = mimeType;

    public override bool Format(T value, FormatContext context) => format(value, context);
}
