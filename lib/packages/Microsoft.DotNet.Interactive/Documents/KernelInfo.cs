namespace Microsoft.DotNet.Interactive.Documents;

/// <summary>A kernel that a document uses: its name, its language, and what else it is called.</summary>
public class KernelInfo
{
    public KernelInfo(string name, string? languageName = null, IReadOnlyCollection<string>? aliases = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        LanguageName = languageName;
        Aliases = aliases ?? [];
    }

    public string Name { get; }

    public string? LanguageName { get; }

    public IReadOnlyCollection<string> Aliases { get; }

    public override string ToString() => Name;
}
