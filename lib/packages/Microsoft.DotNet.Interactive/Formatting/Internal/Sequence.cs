using System.Collections;

namespace RnnNotebooks.Formatting;

/// <summary>The start of a sequence, as far as a view shows it.</summary>
/// <param name="Items">The first items.</param>
/// <param name="More">How many follow; null where that cannot be told without enumerating.</param>
/// <param name="Failure">What enumerating threw after <paramref name="Items"/>.</param>
internal sealed record Sequence(List<object?> Items, int? More, Exception? Failure)
{
    public bool IsCut => More is null or > 0;

    /// <summary>The words after the last item shown, such as <c>... (980 more)</c>.</summary>
    public string Ellipsis => More is { } count ? $"... ({count} more)" : "... (more)";

    public static Sequence Start(IEnumerable source, int limit)
    {
        List<object?> items = [];
        int? count = CountOf(source);
        try
        {
            foreach (object? item in source)
            {
                if (items.Count >= limit)
                {
                    return new Sequence(items, count - items.Count, null);
                }

                items.Add(item);
            }
        }
        catch (Exception e) when (e is not (OperationCanceledException or ThreadInterruptedException))
        {
            return new Sequence(items, 0, e);
        }

        return new Sequence(items, 0, null);
    }

    /// <summary>The number of items where the source knows it.</summary>
    public static int? CountOf(IEnumerable source)
    {
        if (source is ICollection collection)
        {
            return collection.Count;
        }

        Type? counted = source.GetType().GetInterfaces().FirstOrDefault(implemented => implemented.IsGenericType
            && (implemented.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>) || implemented.GetGenericTypeDefinition() == typeof(ICollection<>)));
        return counted?.GetProperty("Count")?.GetValue(source) as int?;
    }

    /// <summary>The type of the items; null for a sequence of anything.</summary>
    public static Type? ItemType(Type type) => type.IsArray
        ? type.GetElementType()
        : type.GetInterfaces().Prepend(type)
            .FirstOrDefault(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];

    /// <summary>What a reader calls the sequence: iterators that nobody named are an <c>IEnumerable&lt;T&gt;</c>.</summary>
    public static string NameOf(Type type) =>
        (type.IsVisible && !type.Name.StartsWith('<')) || type.IsArray || ItemType(type) is not { } item || TypeNames.Of(type).IndexOf('<', StringComparison.Ordinal) < 0
            ? TypeNames.Of(type)
            : $"IEnumerable<{TypeNames.Of(item)}>";
}
