using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;

namespace RnnNotebooks.Cli.Docs;

/// <summary>The API reference of the teaching library: one page a room (namespace), made from its assembly and its XML documentation.</summary>
public sealed partial class ApiPages
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
        var folders = FoldersOfTypes();
        return new(
            XmlDocumentation.Load(Path.Combine(folder, "RnnNotebooks.xml"), lessons),
            [.. types.GroupBy(t => folders.GetValueOrDefault(t.Name.Split('`')[0], "Notebook")).OrderBy(g => g.Key, StringComparer.Ordinal)]);
    }

    // A room is a folder of the library, whatever namespace its types are in.
    private static Dictionary<string, string> FoldersOfTypes()
    {
        var library = Path.Combine(Repository.Root, "lib", "RnnNotebooks");
        var folders = new Dictionary<string, string>();
        foreach (var file in Directory.EnumerateFiles(library, "*.cs", SearchOption.AllDirectories))
        {
            if (Path.GetRelativePath(library, file).Split(Path.DirectorySeparatorChar) is [var room, _, ..])
            {
                foreach (Match type in Declaration().Matches(File.ReadAllText(file)))
                {
                    folders.TryAdd(type.Groups["name"].Value, room);
                }
            }
        }

        return folders;
    }

    /// <summary>Writes <c>api/index.rst</c> and a page for each room.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        StringBuilder index = new(Heading("The teaching library", '=')), tree = new(".. toctree::\n   :hidden:\n\n");
        index.Append("What the lessons import, room by room: a room is a folder of ``lib/RnnNotebooks``. Every page is made from the documentation in the code and links to the lessons that teach it.\n\n");
        foreach (var room in rooms)
        {
            tree.Append($"   {room.Key} <{PageName(room.Key)}>\n");
            index.Append($":doc:`{room.Key} </api/{PageName(room.Key)}>`\n   {Intro(room.Key).Replace("\n", "\n   ", StringComparison.Ordinal)}\n\n");
            File.WriteAllText(Path.Combine(folder, PageName(room.Key) + ".rst"), RoomPage(room));
        }

        File.WriteAllText(Path.Combine(folder, "index.rst"), index.Append(tree).ToString());
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

    // Written by hand, a few sentences a room: docs/rooms/NAME.txt.
    private static string Intro(string room)
    {
        var file = Path.Combine(Repository.Root, "docs", "rooms", PageName(room) + ".txt");
        return File.Exists(file)
            ? File.ReadAllText(file).Trim()
            : throw new UserException(ExitCodes.NotFound, $"docs/rooms/{PageName(room)}.txt, which introduces the library's room {room}, is missing.");
    }

    private static string PageName(string room) => room.ToLowerInvariant().Replace('.', '-');

    private static string Anchor(Type t) => "type-" + t.Name.ToLowerInvariant().Replace('`', '-');

    private static string Heading(string text, char underline) => $"{text}\n{new string(underline, text.Length + 2)}\n\n";

    private string RoomPage(IGrouping<string, Type> room)
    {
        var page = new StringBuilder(Heading(room.Key, '=')).Append(Intro(room.Key)).Append("\n\n");
        foreach (var type in room.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            page.Append($":ref:`{type.Name.Split('`')[0]} <{Anchor(type)}>`\n   {documentation.FirstSentence(XmlDocumentation.IdOf(type))}\n\n");
        }

        foreach (var type in room.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var id = XmlDocumentation.IdOf(type);
            page.Append($".. _{Anchor(type)}:\n\n").Append(Heading(Signatures.Name(type), '-'));
            page.Append(Code(Signatures.Of(type)));
            // A record's primary constructor has the record's own documentation: it is not said twice.
            var summary = documentation.Section(id, "summary");
            Paragraphs(page, id, "", parameters: !Members(type).OfType<ConstructorInfo>().Any(c => documentation.Parameters(XmlDocumentation.IdOf(c)).Any()));
            foreach (var value in type.IsEnum ? type.GetFields(BindingFlags.Public | BindingFlags.Static) : [])
            {
                page.Append($"``{value.Name}``\n   {documentation.Section(XmlDocumentation.IdOf(value), "summary").Replace("\n", "\n   ", StringComparison.Ordinal)}\n\n");
            }

            foreach (var member in Members(type))
            {
                page.Append(Code(Signatures.Of(member), "member"));
                page.Append(".. container:: api-member-text\n\n");
                Paragraphs(page, XmlDocumentation.IdOf(member), "   ", summary: documentation.Section(XmlDocumentation.IdOf(member), "summary") != summary);
            }
        }

        return page.ToString();
    }

    private void Paragraphs(StringBuilder page, string id, string indent, bool summary = true, bool parameters = true)
    {
        void Add(string text)
        {
            if (text.Length > 0)
            {
                page.Append(indent).Append(text.Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append("\n\n");
            }
        }

        Add(summary ? documentation.Section(id, "summary") : "");
        foreach (var (name, text) in parameters ? documentation.Parameters(id) : [])
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

    private static string Code(string text, string kind = "type") => $".. code-block:: csharp\n   :class: api-{kind}\n\n   {Wrapped(text).Replace("\n", "\n   ", StringComparison.Ordinal)}\n\n";

    // A long list of parameters stands one a line, as in the source.
    private static string Wrapped(string signature)
    {
        const int most = 84;
        var open = signature.IndexOf('(', StringComparison.Ordinal);
        if (signature.Length <= most || open < 0 || !signature.EndsWith(')'))
        {
            return signature;
        }

        // The list of parameters is the last pair of brackets; a tuple may stand before it.
        for (int depth = 0, i = signature.Length - 1; i >= 0; i--)
        {
            depth += signature[i] == ')' ? 1 : signature[i] == '(' ? -1 : 0;
            if (depth == 0)
            {
                open = i;
                break;
            }
        }

        var list = new StringBuilder(signature[..(open + 1)]).Append("\n    ");
        for (int depth = 0, i = open + 1; i < signature.Length; i++)
        {
            depth += signature[i] is '(' or '<' or '[' ? 1 : signature[i] is ')' or '>' or ']' ? -1 : 0;
            if (signature[i] == ',' && depth == 0)
            {
                list.Append(",\n    ");
                i++;
            }
            else
            {
                list.Append(signature[i]);
            }
        }

        return list.ToString();
    }

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

    [GeneratedRegex(@"^(?:public|internal)[\w ]*?\b(?:class|record struct|record|struct|interface|enum|delegate [\w<>\[\], ]+?)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
