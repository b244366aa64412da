using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Documents;

namespace RnnNotebooks.Documents;

/// <summary>Between .ipynb and <see cref="InteractiveDocument"/>.</summary>
internal static class JupyterFormat
{
    public static InteractiveDocument Read(NotebookFile notebook, KernelInfoCollection? kernelInfos)
    {
        InteractiveDocument document = new();
        foreach ((string name, object? value) in PlainJson.ToDictionary(notebook.Metadata))
        {
            document.Metadata[name] = value;
        }

        KernelNames names = DocumentMetadata.Names(notebook.Metadata, kernelInfos);
        foreach (NotebookCell cell in notebook.Cells)
        {
            (string kernel, string contents) = Retarget(cell, names);
            InteractiveDocumentElement element = new(contents, kernel, cell.Outputs.Select(OutputElements.From))
            {
                Id = cell.Id,
                ExecutionOrder = cell.ExecutionCount ?? 0,
                Metadata = PlainJson.ToDictionary(cell.Metadata),
            };
            document.Add(element);
        }

        return document;
    }

    public static string Write(InteractiveDocument document, KernelInfoCollection? kernelInfos, string? defaultLanguage)
    {
        JsonObject metadata = PlainJson.ToObject(document.Metadata);
        JsonObject kernelInfo = DocumentMetadata.KernelInfoObject(document, kernelInfos, defaultLanguage);
        string defaultKernel = NotebookOutput.TextOf(kernelInfo["defaultKernelName"]);
        metadata.Remove("kernelInfo");
        if (KernelSpec(defaultKernel) is { } spec)
        {
            metadata.TryAdd("kernelspec", spec.Kernelspec);
            metadata.TryAdd("language_info", spec.LanguageInfo);
        }

        metadata["polyglot_notebook"] = Polyglot(metadata["polyglot_notebook"] as JsonObject, kernelInfo);
        HashSet<string> ids = [.. document.Elements.Select(element => element.Id).OfType<string>()];
        JsonObject root = new()
        {
            ["cells"] = new JsonArray([.. document.Elements.Select((element, index) => Cell(element, index, defaultKernel, ids))]),
            ["metadata"] = metadata,
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        return JsonStyle.Notebook.Write(Sorted(root), 0) + "\n";
    }

    /// <summary>The kernel and text of a cell, after a first line such as <c>#!fsharp</c>.</summary>
    public static (string Kernel, string Contents) Retarget(NotebookCell cell, KernelNames names)
    {
        string source = cell.Source.ReplaceLineEndings("\n");
        if (cell.Kind != NotebookCellKind.Code)
        {
            return (cell.KernelName, source);
        }

        int end = source.IndexOf('\n', StringComparison.Ordinal);
        string first = end < 0 ? source : source[..end];
        return DibFormat.Separator(first, names) is { } kernel
            ? (kernel, end < 0 ? "" : source[(end + 1)..])
            : (names.NameOf(cell.KernelName), source);
    }

    /// <summary>A cell's id where it has none: the same for the same text in the same place, and no other cell's.</summary>
    public static string NewId(string contents, int index, ISet<string> taken)
    {
        for (int attempt = 0; ; attempt++)
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{index}\n{attempt}\n{contents}"));
            string id = Convert.ToHexStringLower(hash.AsSpan(0, 4));
            if (taken.Add(id))
            {
                return id;
            }
        }
    }

    /// <summary>The metadata that name a code cell's kernel, both ways.</summary>
    public static void SetKernel(JsonObject metadata, string kernel)
    {
        Inner(metadata, "dotnet_interactive")["language"] = kernel;
        Inner(metadata, "polyglot_notebook")["kernelName"] = kernel;
    }

    private static JsonObject Inner(JsonObject metadata, string name)
    {
        if (metadata[name] is not JsonObject inner)
        {
            metadata[name] = inner = [];
        }

        return inner;
    }

    private static JsonNode Cell(InteractiveDocumentElement element, int index, string defaultKernel, HashSet<string> ids)
    {
        string kernel = element.KernelName ?? defaultKernel;
        JsonObject metadata = PlainJson.ToObject(element.Metadata);
        JsonObject cell = new()
        {
            ["cell_type"] = kernel is "markdown" or "raw" ? kernel : "code",
            ["id"] = element.Id ?? NewId(element.Contents, index, ids),
            ["metadata"] = metadata,
            ["source"] = NotebookOutput.Lines(element.Contents),
        };
        if (kernel is not ("markdown" or "raw"))
        {
            SetKernel(metadata, kernel);
            cell["execution_count"] = element.ExecutionOrder > 0 ? element.ExecutionOrder : null;
            cell["outputs"] = new JsonArray([.. element.Outputs.Select(output => (JsonNode)OutputElements.ToJson(output))]);
        }

        return cell;
    }

    // A notebook keeps the shape of its metadata that it came with.
    private static JsonObject Polyglot(JsonObject? existing, JsonObject kernelInfo)
    {
        if (existing is null || existing["kernelInfo"] is JsonObject)
        {
            JsonObject nested = (JsonObject?)existing?.DeepClone() ?? [];
            nested["kernelInfo"] = kernelInfo;
            return nested;
        }

        JsonObject flat = (JsonObject)existing.DeepClone();
        foreach ((string name, JsonNode? value) in kernelInfo)
        {
            flat[name] = value?.DeepClone();
        }

        return flat;
    }

    private static (JsonObject Kernelspec, JsonObject LanguageInfo)? KernelSpec(string defaultKernel) => defaultKernel switch
    {
        "csharp" => (
            new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
            new JsonObject { ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["name"] = "C#", ["pygments_lexer"] = "csharp", ["version"] = "14.0" }),
        "fsharp" => (
            new JsonObject { ["display_name"] = ".NET (F#)", ["language"] = "F#", ["name"] = ".net-fsharp" },
            new JsonObject { ["file_extension"] = ".fs", ["mimetype"] = "text/x-fsharp", ["name"] = "F#", ["pygments_lexer"] = "fsharp" }),
        "pwsh" => (
            new JsonObject { ["display_name"] = ".NET (PowerShell)", ["language"] = "PowerShell", ["name"] = ".net-pwsh" },
            new JsonObject { ["file_extension"] = ".ps1", ["mimetype"] = "text/x-powershell", ["name"] = "PowerShell", ["pygments_lexer"] = "powershell" }),
        _ => null,
    };

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
