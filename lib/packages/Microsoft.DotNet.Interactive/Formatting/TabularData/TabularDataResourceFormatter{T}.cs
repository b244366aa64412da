using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting.TabularData;

/// <summary>Writes values of <typeparamref name="T"/> as application/vnd.dataresource+json.</summary>
public class TabularDataResourceFormatter<T> : TypeFormatter<T>
{
    private readonly FormatDelegate<T> format;

    public TabularDataResourceFormatter(FormatDelegate<T> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        this.format = format;
    }

    public TabularDataResourceFormatter(Action<T, FormatContext> format)
        : this(FormatDelegates.From(format))
    {
    }

    public override string MimeType => TabularDataResourceFormatter.MimeType;

    public override bool Format(T value, FormatContext context) => format(value, context);
}
