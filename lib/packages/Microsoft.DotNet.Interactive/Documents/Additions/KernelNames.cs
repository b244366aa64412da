using System.Text.Json.Nodes;

namespace RnnNotebooks.Documents;

/// <summary>The kernels that a document names, and what else they are called.</summary>
internal sealed class KernelNames
{
    private static readonly (string Name, string[] Aliases)[] WellKnown =
    [
        ("csharp", ["c#", "C#"]),
        ("fsharp", ["f#", "F#"]),
        ("pwsh", ["powershell"]),
        ("javascript", ["js"]),
        ("html", []),
        ("http", []),
        ("mermaid", []),
        ("value", []),
        ("sql", []),
        ("kql", []),
        ("markdown", []),
    ];

    private readonly Dictionary<string, string> nameOf = [];

    public KernelNames()
    {
        foreach ((string name, string[] aliases) in WellKnown)
        {
            Add(name, aliases);
        }
    }

    /// <summary>True for a name or an alias, in its own spelling.</summary>
    public bool Contains(string nameOrAlias) => nameOf.ContainsKey(nameOrAlias);

    /// <summary>The name that an alias stands for; a name nobody declared stands for itself.</summary>
    public string NameOf(string nameOrAlias) => nameOf.GetValueOrDefault(nameOrAlias, nameOrAlias);

    public void Add(string name, IEnumerable<string> aliases)
    {
        nameOf[name] = name;
        foreach (string alias in aliases)
        {
            nameOf.TryAdd(alias, name);
        }
    }

    /// <summary>Adds the <c>items</c> of Polyglot metadata.</summary>
    public void AddItems(JsonNode? items)
    {
        foreach (JsonObject item in (items as JsonArray ?? []).OfType<JsonObject>())
        {
            if (NotebookOutput.TextOf(item["name"]) is { Length: > 0 } name)
            {
                Add(name, (item["aliases"] as JsonArray ?? []).Select(NotebookOutput.TextOf).Where(alias => alias.Length > 0));
            }
        }
    }
}
