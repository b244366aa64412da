using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Writes values of <typeparamref name="T"/> as text/plain.</summary>
public class PlainTextFormatter<T> : TypeFormatter<T>
{
    /// <summary>The built-in view of <typeparamref name="T"/>, whatever is registered.</summary>
    public static readonly PlainTextFormatter<T> Default = new((value, context) => value is null || PlainText.Write(value, context));

    private readonly FormatDelegate<T> format;

    public PlainTextFormatter(FormatDelegate<T> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        this.format = format;
    }

    public PlainTextFormatter(Action<T, FormatContext> format)
        : this(FormatDelegates.From(format))
    {
    }

    public PlainTextFormatter(Func<T, string> format)
        : this(FormatDelegates.From(format))
    {
    }

    public override string MimeType => PlainTextFormatter.MimeType;

    public override bool Format(T value, FormatContext context) => format(value, context);
}
