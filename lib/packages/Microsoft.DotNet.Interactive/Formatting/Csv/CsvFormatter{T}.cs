namespace Microsoft.DotNet.Interactive.Formatting.Csv;

/// <summary>Writes values of <typeparamref name="T"/> as text/csv.</summary>
public class CsvFormatter<T> : TypeFormatter<T>
{
    private readonly FormatDelegate<T> format;

    public CsvFormatter(FormatDelegate<T> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        this.format = format;
    }

    public override string MimeType => CsvFormatter.MimeType;

    public override bool Format(T value, FormatContext context) => format(value, context);
}
