namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Makes the formatters of a type that names this source in its <see cref="TypeFormatterSourceAttribute"/>.</summary>
public interface ITypeFormatterSource
{
    IEnumerable<ITypeFormatter> CreateTypeFormatters();
}
