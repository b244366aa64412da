using System.Text.RegularExpressions;

/// <summary>One parameter of a listed method.</summary>
sealed record Parameter(string Type, string Name, bool IsOptional)
{
    private static readonly HashSet<string> s_keywords = ["this", "params", "base", "class", "default", "object", "string", "lock", "operator"];

    public string CSharpName => s_keywords.Contains(Name) ? "@" + Name : Name;

    public string CSharpType => Listing.CSharp(Type);
}

/// <summary>One listed method: <c>M static Type.Name&lt;T&gt;(parameters) -> Return</c>.</summary>
sealed record Method(string Type, string Name, string[] TypeParameterNames, Parameter[] Parameters, string Returns, bool IsStatic, bool IsExtension)
{
    public string TypeParameters => TypeParameterNames.Length == 0 ? "" : $"<{string.Join(", ", TypeParameterNames)}>";
}

/// <summary>A listing of public members, one a line, as tools/api-check.cs writes it.</summary>
sealed partial class Listing
{
    private readonly Dictionary<string, string> _kinds = [];
    private readonly List<(string Type, string Name, string Of)> _staticProperties = [];

    public List<string> Types { get; } = [];

    public List<Method> Methods { get; } = [];

    public bool IsAbstract(string type) => _kinds[type] == "abstract class";

    /// <summary>The static properties of a type that are of the type itself: the cases of a union.</summary>
    public IEnumerable<string> Cases(string type) => _staticProperties.Where(p => p.Type == type && p.Of == type).Select(p => p.Name);

    public static Listing Read(string path)
    {
        var listing = new Listing();
        foreach (string line in File.ReadLines(path))
        {
            switch (line[0])
            {
                case 'T':
                    string[] halves = line[2..].Split(" : ");
                    listing.Types.Add(halves[0]);
                    listing._kinds[halves[0]] = halves[1];
                    break;
                case 'P' when line.StartsWith("P static "):
                    string full = line["P static ".Length..].Split(' ')[0];
                    listing._staticProperties.Add((full[..full.LastIndexOf('.')], full[(full.LastIndexOf('.') + 1)..], line[(line.LastIndexOf(' ') + 1)..]));
                    break;
                case 'M':
                    listing.Methods.Add(ReadMethod(line));
                    break;
            }
        }
        return listing;
    }

    /// <summary>The names of the types that a type's text mentions.</summary>
    public static IEnumerable<string> Mentions(string type) => Word().Matches(type).Select(m => m.Value);

    /// <summary>A listed type in C#'s words.</summary>
    public static string CSharp(string type) => Word().Replace(type, m => m.Value switch
    {
        "Int32" => "int",
        "Double" => "double",
        "Boolean" => "bool",
        "String" => "string",
        "Object" => "object",
        "Byte" => "byte",
        "IEnumerable" => "System.Collections.Generic.IEnumerable",
        "Tuple" => "System.Tuple",
        "IConvertible" => "System.IConvertible",
        "DynamicObj.DynamicObj" => "global::DynamicObj.DynamicObj",
        _ => m.Value.Replace('+', '.'),
    });

    private static Method ReadMethod(string line)
    {
        bool isStatic = line.StartsWith("M static ");
        string text = line[(isStatic ? "M static ".Length : 2)..];
        int open = text.IndexOf('(');
        int close = text.LastIndexOf(") -> ", StringComparison.Ordinal);
        string head = text[..open];
        string[] typeParameters = [];
        if (head.EndsWith('>'))
        {
            int angle = head.LastIndexOf('<');
            typeParameters = head[(angle + 1)..^1].Split(',');
            head = head[..angle];
        }
        int dot = head.LastIndexOf('.');
        string parameters = text[(open + 1)..close];
        bool isExtension = parameters.StartsWith("this ");
        return new Method(head[..dot], head[(dot + 1)..], typeParameters, [.. Split(isExtension ? parameters["this ".Length..] : parameters)], text[(close + ") -> ".Length)..], isStatic, isExtension);
    }

    private static IEnumerable<Parameter> Split(string parameters)
    {
        int depth = 0, start = 0;
        for (int i = 0; i <= parameters.Length; i++)
        {
            if (i < parameters.Length && (parameters[i] is '<' or '['))
                depth++;
            else if (i < parameters.Length && (parameters[i] is '>' or ']'))
                depth--;
            if (i < parameters.Length && (parameters[i] != ',' || depth > 0))
                continue;
            string one = parameters[start..i].Trim();
            start = i + 1;
            if (one.Length == 0)
                continue;
            int space = one.LastIndexOf(' ');
            bool optional = one.EndsWith('?');
            yield return new Parameter(space < 0 ? one : one[..space], space < 0 ? "" : one[(space + 1)..].TrimEnd('?'), optional);
        }
    }

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_.+]*")]
    private static partial Regex Word();
}
