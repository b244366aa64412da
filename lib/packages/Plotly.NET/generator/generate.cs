#!/usr/bin/env dotnet
// Writes the repetitive half of Plotly.NET's API (*.g.cs) from the listings of the real packages' public members, so that names,
// parameters and their order cannot drift. What a member does is written by hand: see ../Plotly.NET/Traces and ../Plotly.NET/Styles.
//
//   dotnet run generate.cs -- FOLDER-WITH-LISTINGS
#:include Listing.cs
#:include Names.cs
#:property PublishAot=false
#:property NoWarn=CS1591
using System.Runtime.CompilerServices;
using System.Text;

if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run generate.cs -- FOLDER with Plotly.NET-5.1.txt and Plotly.NET.CSharp-0.13.txt");
    return 2;
}

string root = Path.GetDirectoryName(Path.GetDirectoryName(Here())!)!;
var core = Listing.Read(Path.Combine(args[0], "Plotly.NET-5.1.txt"));
var csharp = Listing.Read(Path.Combine(args[0], "Plotly.NET.CSharp-0.13.txt"));

Write("Plotly.NET/StyleParam.g.cs", StyleParams());
Write("Plotly.NET/ColorKeyword.g.cs", ColorKeywords());
var objects = Objects();
foreach (var group in objects.GroupBy(o => o[..o.LastIndexOf('.')]))
    Write($"Plotly.NET/{group.Key["Plotly.NET".Length..].TrimStart('.')}/Objects.g.cs".Replace("//", "/"), ObjectFile(group.Key, [.. group]));
Write("Plotly.NET/Styles/GenericChartExtensions.g.cs", ExtensionFile());
Write("Plotly.NET.CSharp/Chart.g.cs", ChartFile());
Write("Plotly.NET.CSharp/GenericChartExtensions.g.cs", CSharpExtensionFile());
return 0;

string StyleParams()
{
    var text = Header().Append("namespace Plotly.NET;\n\npublic static partial class StyleParam\n{\n");
    const string prefix = "Plotly.NET.StyleParam+";
    foreach (string union in core.Types.Where(t => t.StartsWith(prefix) && !t[prefix.Length..].Contains('+') && t != prefix + "ModeUtils"))
    {
        string name = union[prefix.Length..];
        bool isAbstract = core.IsAbstract(union);
        text.Append($"    public {(isAbstract ? "abstract" : "sealed")} class {name} : IStyleValue\n    {{\n");
        text.Append("        private readonly object _value;\n");
        text.Append($"        private {name}(object value) => _value = value;\n");
        if (isAbstract)
            text.Append($"        private sealed class Case(object value) : {name}(value);\n");
        text.Append("        object IStyleValue.Value => _value;\n");
        text.Append("        public override string ToString() => StyleValue.Text(_value);\n");
        if (core.Methods.Any(m => m.Type == union && m.Name == "Convert" && m.Returns == "Object"))
            text.Append("        public object Convert() => _value;\n");
        foreach (string property in core.Cases(union))
            text.Append($"        public static {name} {property} {{ get; }} = new {(isAbstract ? "Case" : name)}({Names.CaseValue(name, property)});\n");
        foreach (var create in core.Methods.Where(m => m.Type == union && m.Name.StartsWith("New")))
        {
            string make = $"StyleValue.{name}{create.Name[3..]}({string.Join(", ", create.Parameters.Select(p => p.CSharpName))})";
            text.Append($"        public static {name} {create.Name}({Parameters(create)}) => new {(isAbstract ? "Case" : name)}({make});\n");
        }
        if (name == "Range")
        {
            text.Append("        public static Range ofMinMax<a, b>(a min, b max) where a : System.IConvertible where b : System.IConvertible => NewMinMax(min, max);\n");
            text.Append("        public static Range ofValues<a>(System.Collections.Generic.IEnumerable<a> values) where a : System.IConvertible => NewValues([.. values.Select(v => (System.IConvertible)v)]);\n");
        }
        text.Append("    }\n\n");
    }
    return text.Append("}\n").ToString();
}

string ColorKeywords()
{
    var text = Header().Append("namespace Plotly.NET;\n\npublic sealed partial class ColorKeyword\n{\n");
    foreach (string name in core.Cases("Plotly.NET.ColorKeyword"))
        text.Append($"    public static ColorKeyword {name} {{ get; }} = new(\"{name}\");\n");
    return text.Append("}\n").ToString();
}

// The classes that the roots' init methods mention, and the classes that those mention, and so on
List<string> Objects()
{
    var found = new List<string>();
    var queue = new Queue<string>(Names.ObjectRoots);
    while (queue.TryDequeue(out string? type))
    {
        if (found.Contains(type) || Names.ByHand.Contains(type) || !core.Types.Contains(type))
            continue;
        found.Add(type);
        foreach (var init in Inits(type))
        {
            foreach (string mention in init.Parameters.SelectMany(p => Listing.Mentions(p.Type)).Where(t => t.StartsWith("Plotly.NET.") && !t.Contains("StyleParam")))
                queue.Enqueue(mention);
        }
    }
    found.Sort(StringComparer.Ordinal);
    return found;
}

IEnumerable<Method> Inits(string type) =>
    core.Methods.Where(m => m.Type == type && m.IsStatic && m.Name.StartsWith("init") && !Names.IsOutOfReach(m));

string ObjectFile(string space, string[] types)
{
    var text = Header().Append($"namespace {space};\n\n");
    foreach (string type in types)
    {
        string name = type[(type.LastIndexOf('.') + 1)..];
        text.Append($"public partial class {name} : DynamicObj.DynamicObj\n{{\n");
        foreach (var init in Inits(type))
        {
            text.Append($"    public static {name} {init.Name}{init.TypeParameters}({Parameters(init)}){Constraints(init)}\n    {{\n");
            text.Append($"        var made = new {name}();\n");
            foreach (var p in init.Parameters)
                text.Append($"        made.Put(\"{Names.Key(name, p)}\", {p.CSharpName});\n");
            text.Append("        return made;\n    }\n\n");
        }
        text.Append("}\n\n");
    }
    return text.ToString();
}

string ExtensionFile()
{
    var text = Header().Append("namespace Plotly.NET;\n\npublic static partial class GenericChartExtensions\n{\n");
    foreach (var m in core.Methods.Where(m => m.Type == "Plotly.NET.GenericChartExtensions" && Names.CoreStyles.Contains(m.Name) && !Names.IsOutOfReach(m)))
    {
        string chart = m.Parameters[0].CSharpName;
        text.Append($"    public static Plotly.NET.GenericChart {m.Name}{m.TypeParameters}({Parameters(m)}){Constraints(m)} =>\n");
        text.Append($"        Styles.ChartStyles.{m.Name}({chart}, {Pack(m, skip: 1)});\n\n");
    }
    return text.Append("}\n").ToString();
}

string ChartFile()
{
    var text = Header().Append("namespace Plotly.NET.CSharp;\n\npublic static partial class Chart\n{\n");
    foreach (var m in csharp.Methods.Where(m => m.Type == "Plotly.NET.CSharp.Chart" && Names.Charts.Contains(m.Name)))
    {
        text.Append($"    public static Plotly.NET.GenericChart {m.Name}{m.TypeParameters}({Parameters(m)}){Constraints(m)} =>\n");
        text.Append($"        Plotly.NET.Traces.TraceBuilder.{m.Name}({Pack(m, skip: 0)});\n\n");
    }
    return text.Append("}\n").ToString();
}

string CSharpExtensionFile()
{
    var text = Header().Append("namespace Plotly.NET.CSharp;\n\npublic static partial class GenericChartExtensions\n{\n");
    foreach (var m in csharp.Methods.Where(m => m.Type == "Plotly.NET.CSharp.GenericChartExtensions" && Names.CSharpStyles.Contains(m.Name)))
    {
        text.Append($"    public static Plotly.NET.GenericChart {m.Name}{m.TypeParameters}({Parameters(m)}){Constraints(m)} =>\n");
        text.Append($"        Plotly.NET.Styles.ChartStyles.{m.Name}({m.Parameters[0].CSharpName}, {Pack(m, skip: 1)});\n\n");
    }
    return text.Append("}\n").ToString();
}

static string Pack(Method m, int skip) =>
    "new Plotly.NET.Arguments()" + string.Concat(m.Parameters.Skip(skip).Select(p => $"\n            .Add(\"{p.Name}\", {p.CSharpName})"));

static string Parameters(Method m) => string.Join(", ", m.Parameters.Select((p, i) =>
    (i == 0 && m.IsExtension ? "this " : "") + p.CSharpType + (p.CSharpType.StartsWith("Microsoft.FSharp") ? "?" : "") + " " + p.CSharpName
    + (p.IsOptional ? p.CSharpType.StartsWith("Microsoft.FSharp") ? " = null" : " = default" : "")));

static string Constraints(Method m) => string.Concat(m.TypeParameterNames.Select(t => Names.Constraint(m, t)));

static StringBuilder Header() => new("// <auto-generated>Written by lib/packages/Plotly.NET/generator/generate.cs from the listings of the real packages. Do not edit.</auto-generated>\n#nullable enable\nusing System.Linq;\n\n");

void Write(string path, string text)
{
    string full = Path.Combine(root, path);
    Directory.CreateDirectory(Path.GetDirectoryName(full)!);
    File.WriteAllText(full, text.Replace("\n\n}", "\n}"));
    Console.WriteLine($"{path}: {text.Count(c => c == '\n')} lines");
}

static string Here([CallerFilePath] string path = "") => path;
