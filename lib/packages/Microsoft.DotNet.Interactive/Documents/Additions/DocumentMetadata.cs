using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Documents;

namespace RnnNotebooks.Documents;

/// <summary>The kernels of a document, between metadata and <see cref="KernelInfoCollection"/>.</summary>
internal static class DocumentMetadata
{
    public static KernelInfoCollection KernelInfos(JsonObject metadata)
    {
        KernelInfoCollection kernels = new() { DefaultKernelName = PolyglotMetadata.DefaultKernel(metadata) };
        foreach (JsonObject item in (PolyglotMetadata.KernelInfo(metadata)?["items"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (NotebookOutput.TextOf(item["name"]) is { Length: > 0 } name)
            {
                string language = NotebookOutput.TextOf(item["languageName"]);
                string[] aliases = [.. (item["aliases"] as JsonArray ?? []).Select(NotebookOutput.TextOf)];
                kernels.Add(new KernelInfo(name, language.Length == 0 ? null : language, aliases));
            }
        }

        return kernels;
    }

    /// <summary>The <c>kernelInfo</c> object of both formats: the default, and the kernels that cells use.</summary>
    public static JsonObject KernelInfoObject(InteractiveDocument document, KernelInfoCollection? others, string? defaultKernel = null)
    {
        KernelInfoCollection known = Known(document, others);
        string name = defaultKernel ?? known.DefaultKernelName ?? PolyglotMetadata.CSharp;
        SortedSet<string> used = new(document.Elements.Select(element => element.KernelName ?? name), StringComparer.Ordinal) { name };
        used.UnionWith(document.GetKernelInfo().Select(kernel => kernel.Name));
        JsonArray items = [];
        foreach (string kernel in used)
        {
            KernelInfo? info = known.FirstOrDefault(candidate => candidate.Name == kernel);
            JsonObject item = new() { ["aliases"] = new JsonArray([.. (info?.Aliases ?? []).Select(alias => (JsonNode)alias)]) };
            if ((info is null ? kernel : info.LanguageName) is { } language)
            {
                item["languageName"] = language;
            }

            item["name"] = kernel;
            items.Add((JsonNode)item);
        }

        return new JsonObject { ["defaultKernelName"] = name, ["items"] = items };
    }

    /// <summary>The kernels that a document names, and those that its host knows.</summary>
    public static KernelInfoCollection Known(InteractiveDocument document, KernelInfoCollection? others)
    {
        KernelInfoCollection known = others?.Clone() ?? [];
        KernelInfoCollection own = document.GetKernelInfo();
        known.AddRange(own);
        known.DefaultKernelName = own.DefaultKernelName ?? others?.DefaultKernelName;
        return known;
    }

    public static KernelNames Names(JsonObject metadata, KernelInfoCollection? others)
    {
        KernelNames names = new();
        foreach (KernelInfo kernel in others ?? [])
        {
            names.Add(kernel.Name, kernel.Aliases);
        }

        names.AddItems(PolyglotMetadata.KernelInfo(metadata)?["items"]);
        return names;
    }
}
