namespace RnnNotebooks;

/// <summary>
/// Names the class that knows how a type shows itself in a notebook. Hosts look the attribute up by its name, so that a library
/// needs no reference to any of them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A type with <c>CreateTypeFormatters()</c>.</summary>
    public Type FormatterSourceType => formatterSourceType;

    /// <summary>Which mime types the host should show where it would choose only one.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
