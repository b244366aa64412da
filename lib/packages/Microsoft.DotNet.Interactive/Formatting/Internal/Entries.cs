using System.Collections;

namespace RnnNotebooks.Formatting;

/// <summary>The pairs of a dictionary of any kind.</summary>
internal static class Entries
{
    public static bool TryRead(object value, out IEnumerable<KeyValuePair<object, object?>> entries)
    {
        entries = [];
        if (value is IDictionary dictionary)
        {
            entries = ReadUntyped(dictionary);
            return true;
        }

        if (value is not IEnumerable pairs || !Array.Exists(value.GetType().GetInterfaces(), IsDictionary))
        {
            return false;
        }

        entries = ReadTyped(pairs);
        return true;
    }

    private static bool IsDictionary(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(IDictionary<,>) || type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));

    private static IEnumerable<KeyValuePair<object, object?>> ReadUntyped(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new(entry.Key, entry.Value);
        }
    }

    private static IEnumerable<KeyValuePair<object, object?>> ReadTyped(IEnumerable pairs)
    {
        foreach (object pair in pairs)
        {
            Member[] members = Members.Of(pair.GetType());
            yield return new(members[0].Read(pair)!, members[1].Read(pair));
        }
    }
}
