using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;

namespace RnnNotebooks.Formatting;

/// <summary>Types as a C# programmer writes them.</summary>
public static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    private static readonly ConcurrentDictionary<(Type Type, bool Qualified), string> Known = new();

    /// <summary>The type's keyword, such as <c>int</c>, or null where it has none.</summary>
    public static string? Keyword(Type type) => Keywords.GetValueOrDefault(type);

    /// <summary>The name without its namespace: <c>Dictionary&lt;string, int[]&gt;</c>, <c>(int, string)</c>, <c>Outer.Inner</c>.</summary>
    public static string Of(Type type) => Known.GetOrAdd((type, false), key => Write(key.Type, false));

    /// <summary>The name with its namespace, as the summary of an object's tree shows it.</summary>
    public static string Qualified(Type type) => Known.GetOrAdd((type, true), key => Write(key.Type, true));

    /// <summary>True for the types of <c>new { … }</c>.</summary>
    public static bool IsAnonymous(Type type) =>
        type.Name.Contains("AnonymousType", StringComparison.Ordinal) && type.IsDefined(typeof(CompilerGeneratedAttribute), false);

    /// <summary>What a cell declares is nested in the script's own class, which its author never wrote.</summary>
    internal static bool IsScriptClass(Type type) => type is { Name: "Cell", Namespace: null, DeclaringType: null };

    /// <summary>The sequence that a method with <c>yield</c> gives: of the class behind it nobody wrote the name.</summary>
    internal static Type? IteratorOf(Type type) => type.Name.StartsWith('<')
        ? type.GetInterfaces().FirstOrDefault(one => one.IsGenericType
            && (one.GetGenericTypeDefinition() == typeof(IEnumerable<>) || one.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)))
        : null;

    private static string Write(Type type, bool qualified)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.IsByRef || type.IsPointer)
        {
            return Write(type.GetElementType()!, qualified) + (type.IsPointer ? "*" : "&");
        }

        if (type.IsArray)
        {
            return WriteArray(type, qualified);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Write(underlying, qualified) + "?";
        }

        if (IsAnonymous(type))
        {
            return "anonymous";
        }

        if (IteratorOf(type) is { } iterator)
        {
            return Write(iterator, qualified);
        }

        Type[] arguments = type.GetGenericArguments();
        return type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true && !type.IsGenericTypeDefinition
            ? "(" + string.Join(", ", arguments.Select(argument => Write(argument, qualified))) + ")"
            : WriteNamed(type, arguments, qualified);
    }

    private static string WriteArray(Type type, bool qualified)
    {
        // C# reads the ranks from the outside in: int[][,] is an array of int[,].
        StringBuilder ranks = new();
        Type element = type;
        while (element.IsArray)
        {
            ranks.Append('[').Append(',', element.GetArrayRank() - 1).Append(']');
            element = element.GetElementType()!;
        }

        return Write(element, qualified) + ranks;
    }

    private static string WriteNamed(Type type, Type[] arguments, bool qualified)
    {
        List<string> parts = [];
        int used = 0;
        foreach (Type part in Nesting(type).Where(part => part == type || !IsScriptClass(part)))
        {
            int tick = part.Name.IndexOf('`', StringComparison.Ordinal);
            string name = tick < 0 ? part.Name : part.Name[..tick];
            int own = part.GetGenericArguments().Length - used;
            parts.Add(own > 0 ? $"{name}<{string.Join(", ", arguments.Skip(used).Take(own).Select(argument => Write(argument, qualified)))}>" : name);
            used += Math.Max(own, 0);
        }

        string path = string.Join(".", parts);
        return qualified && !string.IsNullOrEmpty(type.Namespace) ? $"{type.Namespace}.{path}" : path;
    }

    private static IEnumerable<Type> Nesting(Type type) =>
        type.DeclaringType is { } outer ? Nesting(outer).Append(type) : [type];
}
