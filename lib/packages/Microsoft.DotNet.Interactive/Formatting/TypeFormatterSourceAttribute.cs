namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>
/// Names the class that makes a type's formatters. An attribute of the same name in any other assembly does the same:
/// a library can show itself in notebooks without referring to this one.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[]? PreferredMimeTypes { get; set; }
}
