namespace Microsoft.DotNet.Interactive;

/// <summary>What a kernel is called, what it speaks and what it understands.</summary>
public class KernelInfo(string localName, string[]? aliases = null, bool isProxy = false, bool isComposite = false, string? description = null)
{
    public string LocalName { get; } = localName;

    public string[] Aliases { get; set; } = aliases ?? [];

    public bool IsProxy { get; set; } = isProxy;

    public bool IsComposite { get; set; } = isComposite;

    public string? Description { get; set; } = description;

    public string DisplayName { get; set; } = localName;

    public string? LanguageName { get; set; }

    public string? LanguageVersion { get; set; }

    public Uri Uri { get; set; } = new($"kernel://local/{localName}");

    public Uri? RemoteUri { get; set; }

    public ICollection<KernelCommandInfo> SupportedKernelCommands { get; set; } = [];

    public override string ToString() => DisplayName;
}
