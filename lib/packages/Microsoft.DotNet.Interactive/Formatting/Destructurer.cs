using System.Collections.Concurrent;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Destructurers by type.</summary>
public static class Destructurer
{
    private static readonly ConcurrentDictionary<Type, IDestructurer> Known = new();

    public static IDestructurer GetOrCreate(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Known.GetOrAdd(type, static type => (IDestructurer)Activator.CreateInstance(typeof(Destructurer<>).MakeGenericType(type))!);
    }
}
