using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Writes values of <typeparamref name="T"/> as text/html; what it is given is HTML already.</summary>
public class HtmlFormatter<T> : TypeFormatter<T>
{
    private readonly FormatDelegate<T> format;

    public HtmlFormatter(FormatDelegate<T> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        this.format = format;
    }

    public HtmlFormatter(Action<T, FormatContext> format)
        : this(FormatDelegates.From(format))
    {
    }

    public HtmlFormatter(Func<T, string> format)
        : this(FormatDelegates.From(format))
    {
    }

    public override string MimeType => HtmlFormatter.MimeType;

    public override bool Format(T value, FormatContext context) => format(value, context);
}
