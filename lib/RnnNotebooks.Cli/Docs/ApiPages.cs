using System.Reflection;
using System.Runtime.Loader;
using System.Text;

namespace RnnNotebooks.Cli.Docs;

/// <summary>The API reference of the teaching library: one page a room (namespace), made from its assembly and its XML documentation.</summary>
public sealed class ApiPages
{
    private readonly XmlDocumentation documentation;
    private readonly List<IGrouping<string, Type>> rooms;

    private ApiPages(XmlDocumentation documentation, List<IGrouping<string, Type>> rooms) => (this.documentation, this.rooms) = (documentation, rooms);

    /// <summary>Reads the published library.</summary>
    /// <param name="folder">The folder that holds RnnNotebooks.dll, RnnNotebooks.xml and what they need.</param>
    /// <param name="lessons">The names of the lessons that have a page.</param>
    public static ApiPages Load(string folder, IReadOnlySet<string> lessons)
    {
        var context = new AssemblyLoadContext("documentation");
        context.Resolving += (c, name) => Path.Combine(folder, name.Name + ".dll") is var dll && File.Exists(dll) ? c.LoadFromAssemblyPath(dll) : null;
        var library = context.LoadFromAssemblyPath(Path.Combine(folder, "RnnNotebooks.dll"));
        var types = library.GetExportedTypes().Where(t => t.Namespace?.StartsWith("RnnNotebooks", StringComparison.Ordinal) == true && !t.IsNested);
        return new(XmlDocumentation.Load(Path.Combine(folder, "RnnNotebooks.xml"), lessons), [.. types.GroupBy(Room).OrderBy(g => g.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Writes <c>api/index.rst</c> and a page for each room.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var index = new StringBuilder(Heading("The teaching library", '=')).Append("What the lessons import, room by room. Every page is made from the documentation in the code.\n\n.. toctree::\n   :maxdepth: 1\n\n");
        foreach (var room in rooms)
        {
            index.Append($"   {PageName(room.Key)}\n");
            File.WriteAllText(Path.Combine(folder, PageName(room.Key) + ".rst"), RoomPage(room));
        }

        File.WriteAllText(Path.Combine(folder, "index.rst"), index.ToString());
    }

    /// <summary>A section that links from a lesson to the parts of the library that name it, or "".</summary>
    public string LinksFrom(string lesson)
    {
        var links = rooms.SelectMany(room => room.Where(t => Mentions(t, lesson)).Select(t => $":ref:`{t.Name.Split('`')[0]} <{Anchor(t)}>`"));
        var text = string.Join(" · ", links);
        return text.Length > 0 ? $"{Heading("In the library", '-')}What this lesson teaches stands, in code, in {text}." : "";
    }

    private bool Mentions(Type type, string lesson) =>
        documentation.Lessons(XmlDocumentation.IdOf(type)).Concat(Members(type).SelectMany(m => documentation.Lessons(XmlDocumentation.IdOf(m)))).Contains(lesson);

    private static string Room(Type t) => t.Namespace == "RnnNotebooks" ? "Notebook" : t.Namespace!["RnnNotebooks.".Length..];

    private static string PageName(string room) => room.ToLowerInvariant().Replace('.', '-');

    private static string Anchor(Type t) => "type-" + t.Name.ToLowerInvariant().Replace('`', '-');

    private static string Heading(string text, char underline) => $"{text}\n{new string(underline, text.Length + 2)}\n\n";

    private string RoomPage(IGrouping<string, Type> room)
    {
        var page = new StringBuilder(Heading(room.Key, '='));
        foreach (var type in room.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var id = XmlDocumentation.IdOf(type);
            page.Append($".. _{Anchor(type)}:\n\n").Append(Heading(Signatures.Name(type), '-'));
            page.Append(Code(Signatures.Of(type)));
            Paragraphs(page, id, "");
            foreach (var member in Members(type))
            {
                page.Append(Code(Signatures.Of(member), "member"));
                page.Append(".. container:: api-member-text\n\n");
                Paragraphs(page, XmlDocumentation.IdOf(member), "   ");
            }
        }

        return page.ToString();
    }

    private void Paragraphs(StringBuilder page, string id, string indent)
    {
        void Add(string text)
        {
            if (text.Length > 0)
            {
                page.Append(indent).Append(text.Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append("\n\n");
            }
        }

        Add(documentation.Section(id, "summary"));
        foreach (var (name, text) in documentation.Parameters(id))
        {
            Add($"``{name}``: {text}");
        }

        var returns = documentation.Section(id, "returns");
        Add(returns.Length > 0 ? $"**Returns** {returns}" : "");
        foreach (var (type, text) in documentation.Exceptions(id))
        {
            Add($"**Throws** ``{type}``: {text}");
        }

        Add(documentation.Section(id, "remarks"));
        page.Append($"{indent}..\n\n");
    }

    private static string Code(string text, string kind = "type") => $".. code-block:: csharp\n   :class: api-{kind}\n\n   {text}\n\n";

    private static IEnumerable<MemberInfo> Members(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
        {
            return [];
        }

        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetMembers(own).Where(m => m is not Type && !m.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) && m is not MethodInfo { IsSpecialName: true } && !IsRecordPlumbing(m))
            .OrderBy(m => m is ConstructorInfo ? 0 : m is FieldInfo or PropertyInfo ? 1 : 2).ThenBy(m => m.Name, StringComparer.Ordinal);
    }

    private static bool IsRecordPlumbing(MemberInfo m) => m.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers" or "<Clone>$" or "EqualityContract" or "GetType";
}
