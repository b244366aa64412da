using System.Reflection;

namespace RnnNotebooks.Cli.Docs;

/// <summary>Members as a reader writes them in C#.</summary>
public static class Signatures
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["System.Void"] = "void", ["System.Boolean"] = "bool", ["System.Int32"] = "int", ["System.Int64"] = "long", ["System.Single"] = "float",
        ["System.Double"] = "double", ["System.String"] = "string", ["System.Object"] = "object", ["System.Byte"] = "byte", ["System.UInt32"] = "uint", ["System.Char"] = "char",
    };

    /// <summary>The declaration of a type, without its members.</summary>
    public static string Of(Type t) =>
        t.IsEnum ? $"enum {Name(t)} {{ {string.Join(", ", Enum.GetNames(t))} }}"
        : $"{Kind(t)} {Name(t)}{Bases(t)}";

    /// <summary>The declaration of a member.</summary>
    public static string Of(MemberInfo member) => member switch
    {
        ConstructorInfo c => $"new {Name(c.DeclaringType!)}({Parameters(c)})",
        MethodInfo m => $"{(m.IsStatic ? "static " : "")}{Name(m.ReturnType)} {m.Name}{(m.IsGenericMethod ? "<" + string.Join(", ", m.GetGenericArguments().Select(a => a.Name)) + ">" : "")}({Parameters(m)})",
        PropertyInfo p => $"{((p.GetMethod ?? p.SetMethod)!.IsStatic ? "static " : "")}{Name(p.PropertyType)} {(p.GetIndexParameters().Length > 0 ? "this[" + string.Join(", ", p.GetIndexParameters().Select(Parameter)) + "]" : p.Name)} {{ {(p.GetMethod?.IsPublic == true ? "get; " : "")}{(p.SetMethod?.IsPublic == true ? "set; " : "")}}}",
        FieldInfo { IsLiteral: true } f => $"const {Name(f.FieldType)} {f.Name} = {Value(f.GetRawConstantValue())}",
        FieldInfo f => $"{(f.IsStatic ? "static " : "")}{Name(f.FieldType)} {f.Name}",
        EventInfo e => $"event {Name(e.EventHandlerType!)} {e.Name}",
        _ => member.Name,
    };

    /// <summary>A type's name with its type arguments.</summary>
    public static string Name(Type t)
    {
        if (t.IsByRef)
        {
            return "ref " + Name(t.GetElementType()!);
        }

        if (t.IsArray)
        {
            return Name(t.GetElementType()!) + "[" + new string(',', t.GetArrayRank() - 1) + "]";
        }

        if (Nullable.GetUnderlyingType(t) is { } inner)
        {
            return Name(inner) + "?";
        }

        if (t.IsGenericType && t.FullName is { } full && full.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
        {
            return "(" + string.Join(", ", t.GetGenericArguments().Select(Name)) + ")";
        }

        if (t.FullName is { } known && Keywords.TryGetValue(known, out var keyword))
        {
            return keyword;
        }

        var own = t.Name.Contains('`', StringComparison.Ordinal) ? t.Name[..t.Name.IndexOf('`')] : t.Name;
        return own + (t.IsGenericType ? "<" + string.Join(", ", t.GetGenericArguments().Select(Name)) + ">" : "");
    }

    private static string Kind(Type t) =>
        t.IsInterface ? "interface" : t.IsValueType ? "struct" : t.IsAbstract && t.IsSealed ? "static class" : t.IsAbstract ? "abstract class" : t.IsSealed ? "sealed class" : "class";

    private static string Bases(Type t)
    {
        var inherited = t.BaseType?.GetInterfaces() ?? [];
        var all = new[] { t.BaseType }.Where(b => b is not null && b.FullName is not ("System.Object" or "System.ValueType")).Select(b => Name(b!))
            .Concat(t.GetInterfaces().Except(inherited).Where(i => !i.Name.StartsWith("IEquatable", StringComparison.Ordinal)).Select(Name)).ToList();
        return all.Count > 0 ? " : " + string.Join(", ", all) : "";
    }

    private static string Parameters(MethodBase m) => string.Join(", ", m.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo p) =>
        $"{(p.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? " = " + Default(p) : "")}";

    private static string Default(ParameterInfo p) =>
        (Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType) is { IsEnum: true } type && p.RawDefaultValue is { } number
            ? $"{type.Name}.{Enum.ToObject(type, number)}"
            : p.RawDefaultValue is null && p.ParameterType.IsValueType && Nullable.GetUnderlyingType(p.ParameterType) is null ? "default" : Value(p.RawDefaultValue);

    private static string Value(object? value) => value switch
    {
        null => "null",
        string s => $"\"{s}\"",
        bool b => b ? "true" : "false",
        IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
