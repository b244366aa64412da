namespace RnnNotebooks.Engine;

/// <summary>Languages that .NET notebooks may contain and this engine does not run.</summary>
internal static class UnsupportedLanguages
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["fsharp"] = "F#",
        ["f#"] = "F#",
        ["F#"] = "F#",
        ["pwsh"] = "PowerShell",
        ["powershell"] = "PowerShell",
        ["http"] = "HTTP request",
        ["sql"] = "SQL",
        ["kql"] = "KQL",
        ["python"] = "Python",
        ["R"] = "R",
    };

    public static string? Sentence(string kernelName) =>
        s_names.TryGetValue(kernelName, out string? language)
            ? $"{language} cells are not supported: this engine runs C#, and shows Markdown, HTML, JavaScript and Mermaid."
            : null;
}
