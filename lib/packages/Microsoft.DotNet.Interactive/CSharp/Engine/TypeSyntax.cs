using RnnNotebooks.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>Types as code can name them from anywhere.</summary>
internal static class TypeSyntax
{
    /// <summary>The type, or where code cannot name it the nearest base that it can.</summary>
    public static string For(Type type)
    {
        while (!type.IsVisible && type.BaseType is { } visible)
        {
            type = visible;
        }

        if (TypeNames.Keyword(type) is { } keyword)
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return $"{For(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return For(underlying) + "?";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var arguments = new Queue<Type>(type.GetGenericArguments());
        var nesting = new Stack<Type>();
        for (var one = type; one is not null; one = one.DeclaringType)
        {
            nesting.Push(one);
        }

        string names = string.Join('.', nesting.Select(one => Name(one, arguments)));
        return $"global::{(type.Namespace is null ? "" : type.Namespace + ".")}{names}";
    }

    private static string Name(Type type, Queue<Type> arguments)
    {
        int tick = type.Name.IndexOf('`');
        if (tick < 0)
        {
            return type.Name;
        }

        int count = int.Parse(type.Name[(tick + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        var own = Enumerable.Range(0, count).Select(_ => For(arguments.Dequeue()));
        return $"{type.Name[..tick]}<{string.Join(", ", own)}>";
    }
}
