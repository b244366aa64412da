using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace RnnNotebooks.Engine;

/// <summary>A symbol's XML documentation as text for people.</summary>
internal sealed partial class Documentation
{
    private static readonly Documentation s_none = new(null);

    private readonly XElement? _xml;

    private Documentation(XElement? xml) => _xml = xml;

    public bool IsEmpty => Markdown.Length == 0;

    public string Summary => Section("summary");

    public string Markdown => Build(markdown: true);

    public string Text => Build(markdown: false);

    public static Documentation Of(ISymbol symbol)
    {
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        symbol = symbol.OriginalDefinition;
        string? xml = symbol.GetDocumentationCommentXml(System.Globalization.CultureInfo.InvariantCulture, expandIncludes: false);
        if (string.IsNullOrWhiteSpace(xml))
        {
            return symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? Of(constructor.ContainingType) : s_none;
        }

        try
        {
            var element = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
            return element.Descendants("inheritdoc").Any() && Inherited(symbol) is { } inherited ? Of(inherited) : new Documentation(element);
        }
        catch (XmlException)
        {
            return s_none; // the author's XML is broken: the compiler says so in its place
        }
    }

    /// <summary>The declaration and the summary, for a completion list.</summary>
    public static string Short(ISymbol symbol, int others)
    {
        string summary = Of(symbol).Summary;
        return Kinds.Declaration(symbol) + (others > 0 ? $" (+ {others} overloads)" : "") + (summary.Length > 0 ? "\n" + summary : "");
    }

    public string Parameter(string name) =>
        _xml?.Elements("param").FirstOrDefault(one => (string?)one.Attribute("name") == name) is { } parameter ? Render(parameter) : "";

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        INamedTypeSymbol { BaseType: { SpecialType: not SpecialType.System_Object } parent } => parent,
        _ => symbol.ContainingType?.AllInterfaces
            .SelectMany(one => one.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
    };

    private string Build(bool markdown)
    {
        if (_xml is null)
        {
            return "";
        }

        var text = new StringBuilder(Summary);
        foreach (var parameter in _xml.Elements("param"))
        {
            string name = (string?)parameter.Attribute("name") ?? "";
            text.Append(markdown ? $"\n\n- `{name}`: " : $"\n  {name}: ").Append(Render(parameter));
        }

        Append(text, markdown, "returns", "Returns");
        foreach (var exception in _xml.Elements("exception"))
        {
            text.Append(markdown ? "\n\n" : "\n").Append($"Throws {ShortName((string?)exception.Attribute("cref") ?? "")}: {Render(exception)}");
        }

        Append(text, markdown, "remarks", null);
        return text.ToString().Trim();
    }

    private void Append(StringBuilder text, bool markdown, string section, string? label)
    {
        if (Section(section) is { Length: > 0 } content)
        {
            text.Append(markdown ? "\n\n" : "\n").Append(label is null ? "" : label + ": ").Append(content);
        }
    }

    private string Section(string name) => _xml?.Element(name) is { } element ? Render(element) : "";

    private static string Render(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText plain => Spaces().Replace(plain.Value, " "),
                XElement { Name.LocalName: "see" or "seealso" } see =>
                    (string?)see.Attribute("langword") ?? (see.Value.Length > 0 ? see.Value : ShortName((string?)see.Attribute("cref") ?? (string?)see.Attribute("href") ?? "")),
                XElement { Name.LocalName: "paramref" or "typeparamref" } reference => (string?)reference.Attribute("name"),
                XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                XElement { Name.LocalName: "code" } block => $"\n{block.Value.Trim('\n')}\n",
                XElement { Name.LocalName: "para" or "item" } part => "\n" + Render(part),
                XElement other => Render(other),
                _ => "",
            });
        }

        return text.ToString().Trim();
    }

    // T:System.String and M:System.Math.Max(System.Int32,System.Int32) in short
    private static string ShortName(string cref)
    {
        string name = cref.Length > 2 && cref[1] == ':' ? cref[2..] : cref;
        int bracket = name.IndexOf('(');
        name = bracket < 0 ? name : name[..bracket];
        string[] parts = name.Split('.');
        bool isMember = cref.Length > 2 && cref[1] == ':' && cref[0] != 'T' && parts.Length > 1;
        return Arity().Replace(isMember ? $"{parts[^2]}.{parts[^1]}" : parts[^1], "");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
