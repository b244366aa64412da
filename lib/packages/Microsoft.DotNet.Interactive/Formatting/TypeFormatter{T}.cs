namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The base of formatters of one type.</summary>
public abstract class TypeFormatter<T> : ITypeFormatter<T>
{
    /// <summary>A formatter of values of <typeparamref name="T"/>.</summary>
    /// <param name="type">The type it formats, where that is only known at run time; otherwise <typeparamref name="T"/>.</param>
    protected TypeFormatter(Type? type = null) => Type = type ?? typeof(T);

    public abstract string MimeType { get; }

    public Type Type { get; }

    public abstract bool Format(T value, FormatContext context);

    bool ITypeFormatter.Format(object? instance, FormatContext context) => Format((T)instance!, context);
}
