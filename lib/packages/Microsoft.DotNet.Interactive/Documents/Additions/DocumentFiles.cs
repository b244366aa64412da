using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace RnnNotebooks.Documents;

/// <summary>Which format a file's name stands for.</summary>
internal static class DocumentFiles
{
    private static readonly Dictionary<string, string> KernelOfScript = new(StringComparer.OrdinalIgnoreCase)
    {
        [".cs"] = "csharp",
        [".csx"] = "csharp",
        [".fs"] = "fsharp",
        [".fsx"] = "fsharp",
        [".ps1"] = "pwsh",
        [".js"] = "javascript",
        [".html"] = "html",
        [".htm"] = "html",
        [".md"] = "markdown",
        [".mermaid"] = "mermaid",
        [".mmd"] = "mermaid",
        [".http"] = "http",
        [".sql"] = "sql",
        [".kql"] = "kql",
    };

    public static bool IsNotebook(string path) => HasExtension(path, ".ipynb");

    public static bool IsDib(string path) => HasExtension(path, ".dib") || HasExtension(path, ".dotnet-interactive");

    public static InteractiveDocument Read(string name, string text, KernelInfoCollection? kernelInfos)
    {
        try
        {
            if (IsNotebook(name))
            {
                return Notebook.Parse(text, kernelInfos);
            }

            if (IsDib(name))
            {
                return CodeSubmission.Parse(text, kernelInfos);
            }
        }
        catch (NotebookException e)
        {
            throw new NotebookException($"{name}: {e.Message}", e, e.Problem);
        }

        string extension = Path.GetExtension(name);
        return KernelOfScript.TryGetValue(extension, out string? kernel)
            ? [new InteractiveDocumentElement(text, kernel)]
            : throw new NotebookException($"{name} is no notebook or script: .ipynb, .dib, {string.Join(", ", KernelOfScript.Keys)} are known.");
    }

    private static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
