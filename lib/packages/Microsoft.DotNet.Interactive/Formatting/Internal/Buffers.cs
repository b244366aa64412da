namespace RnnNotebooks.Formatting;

/// <summary>Memory&lt;T&gt; and its kin, which hold a sequence without being one.</summary>
internal static class Buffers
{
    public static Array? ToArray(object value)
    {
        Type type = value.GetType();
        return type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Memory<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>))
            ? (Array?)type.GetMethod("ToArray", [])?.Invoke(value, null)
            : null;
    }
}
