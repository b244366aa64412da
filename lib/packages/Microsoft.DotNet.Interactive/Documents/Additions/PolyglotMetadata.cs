using System.Text.Json.Nodes;

namespace RnnNotebooks.Documents;

/// <summary>The metadata of .NET Interactive and Polyglot Notebooks: both of their shapes are read.</summary>
internal static class PolyglotMetadata
{
    public const string CSharp = "csharp";

    /// <summary>The kernel that a code cell's metadata names; null where they name none.</summary>
    public static string? KernelOf(JsonObject cellMetadata) =>
        Text(cellMetadata, "polyglot_notebook", "kernelName") ?? Text(cellMetadata, "dotnet_interactive", "language");

    /// <summary>The object that holds <c>defaultKernelName</c> and <c>items</c>.</summary>
    public static JsonObject? KernelInfo(JsonObject documentMetadata) =>
        documentMetadata["polyglot_notebook"] is JsonObject polyglot ? polyglot["kernelInfo"] as JsonObject ?? polyglot
        : documentMetadata["kernelInfo"] as JsonObject;

    /// <summary>The kernel of cells that name none: as the metadata say, or by the kernelspec, or C#.</summary>
    public static string DefaultKernel(JsonObject documentMetadata)
    {
        if (KernelInfo(documentMetadata) is { } info && NotebookOutput.TextOf(info["defaultKernelName"]) is { Length: > 0 } name)
        {
            return name;
        }

        string? spec = Text(documentMetadata, "kernelspec", "name");
        string? language = Text(documentMetadata, "kernelspec", "language") ?? Text(documentMetadata, "language_info", "name");
        return (spec, language) switch
        {
            (".net-csharp", _) => CSharp,
            (".net-fsharp", _) => "fsharp",
            (".net-powershell" or ".net-pwsh", _) => "pwsh",
            (_, null or "C#" or "polyglot-notebook") => CSharp,
            (_, "F#") => "fsharp",
            (_, "PowerShell") => "pwsh",
            _ => language,
        };
    }

    public static string? Text(JsonObject from, string member, string part) =>
        from[member] is JsonObject inner && NotebookOutput.TextOf(inner[part]) is { Length: > 0 } text ? text : null;
}
