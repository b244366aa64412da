using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace RnnNotebooks.Formatting;

/// <summary>
/// Types whose members are no description: reading a tensor's hundred properties computes a hundred tensors, and a
/// handle's number helps nobody. They are shown by their ToString.
/// </summary>
internal static class Opaque
{
    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    public static bool Is(Type type) => Known.GetOrAdd(type, static type =>
        typeof(SafeHandle).IsAssignableFrom(type)
        || typeof(Thread).IsAssignableFrom(type)
        || typeof(Stream).IsAssignableFrom(type)
        || type.Namespace?.StartsWith("TorchSharp", StringComparison.Ordinal) == true
        || type.DeclaringType?.FullName == "TorchSharp.torch"
        || type.FullName?.StartsWith("TorchSharp.", StringComparison.Ordinal) == true);
}
