using System.Collections.Concurrent;
using System.Reflection;

namespace RnnNotebooks.Formatting;

/// <summary>A public property or field, and how to read it.</summary>
internal sealed record Member(string Name, Type Type, Func<object, object?> Read)
{
    /// <summary>The value, or the exception that reading it threw.</summary>
    public (object? Value, Exception? Failure) TryRead(object instance)
    {
        try
        {
            return (Read(instance), null);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            return (null, e.InnerException);
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or FieldAccessException or MethodAccessException)
        {
            // Reading by reflection itself is refused: members of ref-struct type, for instance.
            return (null, e);
        }
    }
}

/// <summary>The members of a type that a view of its values shows.</summary>
internal static class Members
{
    /// <summary>More properties than this are left out of a view.</summary>
    public const int Limit = 20;

    private static readonly ConcurrentDictionary<Type, Member[]> Known = new();

    public static Member[] Of(Type type) => Known.GetOrAdd(type, Find);

    private static Member[] Find(Type type)
    {
        const BindingFlags shown = BindingFlags.Public | BindingFlags.Instance;
        IEnumerable<Member> properties = type.GetProperties(shown)
            .Where(property => property.GetMethod is { IsPublic: true }
                && property.GetIndexParameters().Length == 0
                && !property.PropertyType.IsByRefLike && !property.PropertyType.IsByRef && !property.PropertyType.IsPointer)
            .Select(property => new Member(property.Name, property.PropertyType, instance => property.GetValue(instance)));
        IEnumerable<Member> fields = type.GetFields(shown)
            .Where(field => !field.FieldType.IsPointer && !field.Name.StartsWith('<')) // those in angle brackets are the compiler's
            .Select(field => new Member(field.Name, field.FieldType, field.GetValue));

        // A property that hides a base's one of the same name is listed first.
        return [.. properties.Concat(fields).DistinctBy(member => member.Name)];
    }
}
