using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Formatting;

/// <summary>
/// What a type says of itself: an attribute named TypeFormatterSourceAttribute on it, on a base or on an interface of it,
/// from any assembly. The source it names has <c>CreateTypeFormatters()</c>; each of its items has <c>MimeType</c> and
/// <c>bool Format(object, TextWriter)</c>.
/// </summary>
internal sealed class ConventionFormatters
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly ConcurrentDictionary<Type, ConventionFormatters> Known = new();

    private static readonly ConventionFormatters None = new([], null);

    private ConventionFormatters(IReadOnlyList<ITypeFormatter> formatters, string[]? preferredMimeTypes)
    {
        Formatters = formatters;
        PreferredMimeTypes = preferredMimeTypes;
    }

    public IReadOnlyList<ITypeFormatter> Formatters { get; }

    public IReadOnlyCollection<string>? PreferredMimeTypes { get; }

    public static ConventionFormatters Of(Type type) => Known.GetOrAdd(type, Find);

    private static ConventionFormatters Find(Type type)
    {
        foreach (Type candidate in BasesThenInterfaces(type))
        {
            Attribute? attribute = candidate.GetCustomAttributes(inherit: false).OfType<Attribute>()
                .FirstOrDefault(found => found.GetType().Name == nameof(TypeFormatterSourceAttribute));
            if (attribute is null || Read(attribute, nameof(TypeFormatterSourceAttribute.FormatterSourceType)) is not Type sourceType)
            {
                continue;
            }

            string[]? preferred = Read(attribute, nameof(TypeFormatterSourceAttribute.PreferredMimeTypes)) as string[];
            return new ConventionFormatters(Create(sourceType, candidate), preferred is { Length: > 0 } ? preferred : null);
        }

        return None;
    }

    private static IEnumerable<Type> BasesThenInterfaces(Type type)
    {
        for (Type? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }

        foreach (Type implemented in type.GetInterfaces())
        {
            yield return implemented;
        }
    }

    private static List<ITypeFormatter> Create(Type sourceType, Type formattedType)
    {
        object source = Activator.CreateInstance(sourceType, nonPublic: true)
            ?? throw new InvalidOperationException($"The formatter source {TypeNames.Of(sourceType)} cannot be created.");
        if (source is ITypeFormatterSource known)
        {
            return [.. known.CreateTypeFormatters()];
        }

        List<ITypeFormatter> formatters = [];
        if (sourceType.GetMethod(nameof(ITypeFormatterSource.CreateTypeFormatters), Members, [])?.Invoke(source, null) is not IEnumerable made)
        {
            return formatters;
        }

        foreach (object item in made)
        {
            if (item is ITypeFormatter formatter)
            {
                formatters.Add(formatter);
            }
            else if (Read(item, nameof(ITypeFormatter.MimeType)) is string mimeType
                && item.GetType().GetMethod(nameof(ITypeFormatter.Format), Members, [typeof(object), typeof(TextWriter)]) is { } method
                && method.ReturnType == typeof(bool))
            {
                Func<object, TextWriter, bool> format = method.CreateDelegate<Func<object, TextWriter, bool>>(item);
                formatters.Add(new DelegateFormatter<object>(mimeType, formattedType, (value, context) => format(value, context.Writer)));
            }
        }

        return formatters;
    }

    private static object? Read(object from, string property) => from.GetType().GetProperty(property, Members)?.GetValue(from);
}
