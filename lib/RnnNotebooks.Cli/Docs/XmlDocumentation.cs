using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace RnnNotebooks.Cli.Docs;

/// <summary>The XML documentation of an assembly, member by member, as reStructuredText.</summary>
public sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, XElement> members;
    private readonly IReadOnlySet<string> pages;

    private XmlDocumentation(Dictionary<string, XElement> members, IReadOnlySet<string> pages) => (this.members, this.pages) = (members, pages);

    /// <summary>Reads the file that the compiler writes beside the assembly.</summary>
    /// <param name="xmlFile">The file.</param>
    /// <param name="lessons">The names of the lessons that have a page to link to.</param>
    /// <exception cref="UserException">There is none.</exception>
    public static XmlDocumentation Load(string xmlFile, IReadOnlySet<string> lessons) => File.Exists(xmlFile)
        ? new(XDocument.Load(xmlFile).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!), lessons)
        : throw new UserException(ExitCodes.Missing, $"{xmlFile} is missing; ./rnn setup builds it.");

    /// <summary>A section such as <c>summary</c> or <c>returns</c> as one or more paragraphs, or "".</summary>
    public string Section(string id, string name) => members.TryGetValue(id, out var m) && m.Element(name) is { } section ? ToRst(section) : "";

    /// <summary>A summary's first sentence, in reStructuredText.</summary>
    public string FirstSentence(string id) => Section(id, "summary").Split("\n\n")[0] is var text && SentenceEnd().Match(text) is { Success: true } end ? text[..(end.Index + 1)] : text;

    /// <summary>The documented parameters: name and text.</summary>
    public IEnumerable<(string Name, string Text)> Parameters(string id) => members.TryGetValue(id, out var m)
        ? m.Elements("param").Select(p => ((string)p.Attribute("name")!, ToRst(p)))
        : [];

    /// <summary>The documented exceptions: type and text.</summary>
    public IEnumerable<(string Type, string Text)> Exceptions(string id) => members.TryGetValue(id, out var m)
        ? m.Elements("exception").Select(p => (ShortName((string)p.Attribute("cref")!), ToRst(p)))
        : [];

    /// <summary>The lessons that a member's documentation names, such as <c>04-lstm-from-scratch</c>.</summary>
    public IEnumerable<string> Lessons(string id) => members.TryGetValue(id, out var m)
        ? Lesson().Matches(m.Value).Select(x => x.Groups["name"].Value).Distinct()
        : [];

    /// <summary>The id under which the compiler documents a member.</summary>
    public static string IdOf(MemberInfo member) => member switch
    {
        Type t => "T:" + TypeId(t),
        MethodBase m => $"M:{TypeId(m.DeclaringType!)}.{(m.IsConstructor ? "#ctor" : m.Name)}{(m.IsGenericMethod ? "``" + m.GetGenericArguments().Length : "")}{ParameterIds(m.GetParameters())}",
        PropertyInfo p => $"P:{TypeId(p.DeclaringType!)}.{p.Name}{ParameterIds(p.GetIndexParameters())}",
        FieldInfo f => $"F:{TypeId(f.DeclaringType!)}.{f.Name}",
        EventInfo e => $"E:{TypeId(e.DeclaringType!)}.{e.Name}",
        _ => "",
    };

    private static string ParameterIds(ParameterInfo[] parameters) => parameters.Length == 0 ? "" : $"({string.Join(",", parameters.Select(p => TypeId(p.ParameterType)))})";

    private static string TypeId(Type t)
    {
        if (t.IsByRef)
        {
            return TypeId(t.GetElementType()!) + "@";
        }

        if (t.IsArray)
        {
            return TypeId(t.GetElementType()!) + (t.GetArrayRank() == 1 ? "[]" : "[" + string.Join(",", Enumerable.Repeat("0:", t.GetArrayRank())) + "]");
        }

        if (t.IsGenericParameter)
        {
            return (t.DeclaringMethod is null ? "`" : "``") + t.GenericParameterPosition;
        }

        if (!t.IsGenericType || t.IsGenericTypeDefinition)
        {
            return (t.FullName ?? t.Name).Replace('+', '.');
        }

        var definition = t.GetGenericTypeDefinition().FullName!.Replace('+', '.');
        return definition[..definition.IndexOf('`')] + "{" + string.Join(",", t.GetGenericArguments().Select(TypeId)) + "}";
    }

    private string ToRst(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                // After a block, a leading space would read as its indentation.
                XText t => Space().Replace(Escape(t.Value), " ") is var words && text.ToString().EndsWith('\n') ? words.TrimStart() : words,
                XElement { Name.LocalName: "para" } p => "\n\n" + ToRst(p) + "\n\n",
                XElement { Name.LocalName: "list" } l => "\n\n" + string.Concat(l.Elements("item").Select(i => "- " + ToRst(i) + "\n")) + "\n",
                XElement { Name.LocalName: "code" } c => "\n\n.. code-block:: csharp\n\n" + string.Concat(Dedented(c.Value).Select(l => "   " + l + "\n")) + "\n",
                XElement { Name.LocalName: "c" } c => Literal(c.Value),
                XElement { Name.LocalName: "see" or "seealso" } s => s.Attribute("cref") is { } cref ? Literal(ShortName((string)cref)) : s.Attribute("langword") is { } word ? Literal((string)word) : (string?)s.Attribute("href") ?? "",
                XElement { Name.LocalName: "paramref" or "typeparamref" } r => Literal((string)r.Attribute("name")!),
                XElement other => ToRst(other),
                _ => "",
            });
        }

        return LessonLink(text.ToString().Trim());
    }

    private static IEnumerable<string> Dedented(string code)
    {
        var lines = code.Split('\n').Select(l => l.TrimEnd()).SkipWhile(l => l.Length == 0).Reverse().SkipWhile(l => l.Length == 0).Reverse().ToList();
        var indent = lines.Where(l => l.Length > 0).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty().Min();
        return lines.Select(l => l.Length > indent ? l[indent..] : "");
    }

    private string LessonLink(string text) => Lesson().Replace(text, m => m.Groups["name"].Value is var name && pages.Contains(name) ? $":doc:`/lessons/{name}`" : $"``{name}``");

    // Literal text must touch neither letters nor other markup: the escaped spaces around it are not shown.
    private static string Literal(string text) => text.Trim().Length == 0 ? "" : $"\\ ``{text.Trim()}``\\ ";

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("`", "\\`", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private static string ShortName(string cref)
    {
        var name = cref.Contains('(', StringComparison.Ordinal) ? cref[..cref.IndexOf('(')] : cref;
        var parts = name[(name.IndexOf(':') + 1)..].Split('.');
        var shown = cref.StartsWith("T:", StringComparison.Ordinal) ? parts[^1] : string.Join(".", parts.TakeLast(2)).Replace("#ctor", "new", StringComparison.Ordinal);
        return Arity().Replace(shown, "");
    }

    [GeneratedRegex(@"notebooks/(?<name>\d\d-[a-z0-9-]+)\.ipynb")]
    private static partial Regex Lesson();

    [GeneratedRegex(@"\.(?=\s[A-Z])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
