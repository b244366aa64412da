using System.Collections.Concurrent;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Formatting;

/// <summary>
/// What is registered, and which formatter suits a type: the most specific one registered by hand, the latest of equals;
/// then what the type says of itself; then the built-in ones.
/// </summary>
internal sealed class FormatterRegistry
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<(Type Type, string MimeType), ITypeFormatter> resolved = new();
    private readonly ConcurrentDictionary<Type, IReadOnlyCollection<string>> preferred = new();
    private readonly List<ITypeFormatter> registered = [];
    private readonly List<(Type Type, string[] MimeTypes)> preferences = [];

    public void Add(ITypeFormatter formatter)
    {
        lock (gate)
        {
            registered.Insert(0, formatter);
            resolved.Clear();
        }
    }

    public void SetPreferredMimeTypes(Type type, string[] mimeTypes)
    {
        lock (gate)
        {
            preferences.Insert(0, (type, [.. mimeTypes]));
            preferred.Clear();
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            registered.Clear();
            preferences.Clear();
            resolved.Clear();
            preferred.Clear();
        }
    }

    public IReadOnlyList<ITypeFormatter> Registered(bool includeDefaults)
    {
        lock (gate)
        {
            return includeDefaults ? [.. registered, .. DefaultFormatters.All] : [.. registered];
        }
    }

    public ITypeFormatter Resolve(Type type, string mimeType)
    {
        if (resolved.TryGetValue((type, mimeType), out ITypeFormatter? known))
        {
            return known;
        }

        // Under the lock, so that a formatter found before a registration is not remembered after it.
        lock (gate)
        {
            ITypeFormatter[] candidates =
            [
                .. MostSpecificFirst(registered.Where(formatter => formatter.MimeType == mimeType), formatter => formatter.Type, type),
                .. ConventionFormatters.Of(type).Formatters.Where(formatter => formatter.MimeType == mimeType),
                .. MostSpecificFirst(DefaultFormatters.For(mimeType), formatter => formatter.Type, type),
            ];
            ITypeFormatter formatter = candidates.Length == 1 ? candidates[0] : new FirstThatFormats(type, mimeType, candidates);
            resolved[(type, mimeType)] = formatter;
            return formatter;
        }
    }

    public IReadOnlyCollection<string>? PreferredMimeTypes(Type type)
    {
        if (!preferred.TryGetValue(type, out IReadOnlyCollection<string>? mimeTypes))
        {
            lock (gate)
            {
                mimeTypes = MostSpecificFirst(preferences, preference => preference.Type, type).Select(preference => preference.MimeTypes).FirstOrDefault()
                    ?? ConventionFormatters.Of(type).PreferredMimeTypes
                    ?? MostSpecificFirst(DefaultFormatters.PreferredMimeTypes, preference => preference.Type, type)
                        .Select(preference => preference.MimeTypes).FirstOrDefault()
                    ?? [];
                preferred[type] = mimeTypes;
            }
        }

        return mimeTypes.Count == 0 ? null : mimeTypes;
    }

    private static IEnumerable<T> MostSpecificFirst<T>(IEnumerable<T> items, Func<T, Type> typeOf, Type type) =>
        items.Select(item => (Item: item, Distance: TypeDistance.Between(type, typeOf(item))))
            .Where(pair => pair.Distance is not null)
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Item);

    private sealed class FirstThatFormats(Type type, string mimeType, ITypeFormatter[] candidates) : ITypeFormatter
    {
        public string MimeType { get; } = mimeType;

        public Type Type { get; } = type;

        public bool Format(object? instance, FormatContext context) =>
            Array.Exists(candidates, candidate => candidate.Format(instance, context));
    }
}
