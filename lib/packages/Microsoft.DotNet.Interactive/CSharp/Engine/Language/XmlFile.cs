using System.Globalization;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace RnnNotebooks.Engine;

/// <summary>The XML documentation beside an assembly, read when something of it is asked for first.</summary>
internal sealed class XmlFile(string path) : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> _members = new(() => Read(path));

    public override bool Equals(object? obj) => obj is XmlFile other && other.Location == Location;

    public override int GetHashCode() => Location.GetHashCode(StringComparison.Ordinal);

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.Value.GetValueOrDefault(documentationMemberID, "");

    private string Location => path;

    private static Dictionary<string, string> Read(string path)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var reader = XmlReader.Create(path);
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.Name == "member" && reader.GetAttribute("name") is { } name)
                {
                    members[name] = reader.ReadOuterXml();
                }
                else
                {
                    reader.Read();
                }
            }
        }
        catch (XmlException)
        {
            return members; // what was well-formed up to there
        }

        return members;
    }
}
