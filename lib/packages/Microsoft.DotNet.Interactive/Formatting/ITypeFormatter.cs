namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Writes values of one type as one mime type.</summary>
public interface ITypeFormatter
{
    string MimeType { get; }

    Type Type { get; }

    /// <summary>Writes <paramref name="instance"/>; false leaves it to the next formatter that suits its type.</summary>
    bool Format(object? instance, FormatContext context);
}

/// <inheritdoc cref="ITypeFormatter"/>
public interface ITypeFormatter<T> : ITypeFormatter
{
    bool Format(T instance, FormatContext context);
}
