using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Takes values of <typeparamref name="T"/> apart into their public properties and fields.</summary>
public class Destructurer<T> : IDestructurer<T>
{
    private readonly Member[] members = Scalars.Is(typeof(T)) ? [] : Members.Of(typeof(T));

    public ICollection<string> Keys => [.. members.Select(member => member.Name)];

    public static Destructurer<T> GetOrCreate() => (Destructurer<T>)Destructurer.GetOrCreate(typeof(T));

    public IDictionary<string, object?> Destructure(T instance) => members.ToDictionary(member => member.Name, member => Value(member, instance));

    public object? GetValue(T instance, string propertyName) => Array.Find(members, member => member.Name == propertyName) is { } found
        ? Value(found, instance)
        : throw new ArgumentException($"{TypeNames.Of(typeof(T))} has no public member {propertyName}.", nameof(propertyName));

    IDictionary<string, object?> IDestructurer.Destructure(object instance) => Destructure((T)instance);

    // A member that throws has its exception for a value.
    private static object? Value(Member member, T instance)
    {
        (object? value, Exception? failure) = member.TryRead(instance!);
        return failure ?? value;
    }
}
