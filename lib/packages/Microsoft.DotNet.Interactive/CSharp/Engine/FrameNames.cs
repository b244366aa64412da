using System.Reflection;
using System.Text.RegularExpressions;
using RnnNotebooks.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>What a stack frame's method is called in the code that a person wrote.</summary>
internal static partial class FrameNames
{
    /// <summary>The method with its parameters; nothing for a cell's own statements.</summary>
    public static string Of(MethodBase method)
    {
        string name = method.Name;
        var type = method.DeclaringType;
        string parameters = $"({string.Join(", ", method.GetParameters().Select(one => $"{TypeNames.Of(one.ParameterType)} {one.Name}"))})";
        if (name == "MoveNext" && type?.DeclaringType is { } outer && Written(type.Name) is { } asynchronous)
        {
            name = asynchronous;
            type = outer;
            parameters = "(…)";
        }
        else if (Written(name) is { } written)
        {
            name = written;
        }

        while (type is { DeclaringType: { } declaring } && type.Name.StartsWith('<'))
        {
            type = declaring;
        }

        bool inCell = type?.Name == "Cell" && type.Namespace is null;
        if (inCell && name is "Initialize" or "Factory")
        {
            return "";
        }

        string owner = type is null || inCell ? "" : TypeNames.Of(type) + ".";
        return name == ".ctor" ? $"new {owner.TrimEnd('.')}{parameters}" : $"{owner}{name}{parameters}";
    }

    // <Name>d__1 is Name's state machine, <<Initialize>>d__0 the cell's, <Outer>g__Local|0_1 a local function, <Outer>b__0 a lambda.
    private static string? Written(string name)
    {
        if (Local().Match(name) is { Success: true } local)
        {
            return local.Groups[1].Value;
        }

        return Generated().Match(name) is { Success: true } generated
            ? generated.Groups[2].Value == "b" ? "lambda" : generated.Groups[1].Value.Trim('<', '>')
            : null;
    }

    [GeneratedRegex(@"g__(\w+)\|")]
    private static partial Regex Local();

    [GeneratedRegex(@"^<(<?\w*>?)>(\w)?")]
    private static partial Regex Generated();
}
