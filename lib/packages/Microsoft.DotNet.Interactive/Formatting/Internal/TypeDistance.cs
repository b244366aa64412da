namespace RnnNotebooks.Formatting;

/// <summary>How far a type is from one it derives from: itself, its bases, its interfaces, object last.</summary>
internal static class TypeDistance
{
    private const int Interfaces = 10_000;
    private const int Object = 1_000_000;

    /// <summary>Smaller is more specific; null where <paramref name="general"/> does not cover <paramref name="type"/>.</summary>
    public static int? Between(Type type, Type general)
    {
        if (type == general)
        {
            return 0;
        }

        if (general == typeof(object))
        {
            return Object;
        }

        int distance = 0;
        for (Type? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Matches(ancestor, general) is { } openness)
            {
                return distance + openness;
            }

            distance += 2;
        }

        // An interface that builds on many others says more about a type than one that builds on none.
        return type.GetInterfaces()
            .Select(implemented => Matches(implemented, general) is { } openness ? Interfaces - (2 * implemented.GetInterfaces().Length) + openness : (int?)null)
            .FirstOrDefault(found => found is not null);
    }

    private static int? Matches(Type type, Type general)
    {
        if (type == general)
        {
            return 0;
        }

        return general.IsGenericTypeDefinition && type.IsGenericType && type.GetGenericTypeDefinition() == general ? 1 : null;
    }
}
