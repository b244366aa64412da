using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Writes values of <typeparamref name="T"/> as application/json.</summary>
public class JsonFormatter<T> : TypeFormatter<T>
{
    private readonly FormatDelegate<T> format;

    public JsonFormatter()
        : this((value, context) => JsonText.Write(value, context))
    {
    }

    public JsonFormatter(FormatDelegate<T> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        this.format = format;
    }

    public JsonFormatter(Action<T, FormatContext> format)
        : this(FormatDelegates.From(format))
    {
    }

    public override string MimeType => JsonFormatter.MimeType;

    public override bool Format(T value, FormatContext context) => format(value, context);
}
