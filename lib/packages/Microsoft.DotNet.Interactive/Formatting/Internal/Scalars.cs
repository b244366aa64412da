using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace RnnNotebooks.Formatting;

/// <summary>Values that are one piece of text and have no members worth showing.</summary>
internal static class Scalars
{
    private static readonly HashSet<Type> Others =
    [
        typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
        typeof(TimeSpan), typeof(Guid), typeof(Uri), typeof(Version), typeof(BigInteger), typeof(Complex), typeof(Half),
        typeof(Int128), typeof(UInt128), typeof(Rune), typeof(Index), typeof(Range), typeof(CancellationToken),
        typeof(StringBuilder), typeof(Regex), typeof(CultureInfo), typeof(DBNull),
    ];

    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    public static bool Is(Type type) => Known.GetOrAdd(type, static type =>
        type.IsPrimitive || type.IsEnum || type.IsPointer
        || Others.Contains(type)
        || typeof(Encoding).IsAssignableFrom(type)
        || typeof(MemberInfo).IsAssignableFrom(type)
        || typeof(Assembly).IsAssignableFrom(type)
        || typeof(Module).IsAssignableFrom(type)
        || typeof(Delegate).IsAssignableFrom(type));

    public static bool Is(object? value) => value is null || Is(value.GetType());

    public static string Text(object value) => value switch
    {
        string text => text,
        Type type => TypeNames.Qualified(type),
        Delegate function => TypeNames.Of(function.GetType()),
        DateTime time => time.ToString("u", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("u", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
