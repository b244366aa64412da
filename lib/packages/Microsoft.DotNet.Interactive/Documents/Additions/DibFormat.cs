using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Documents;

namespace RnnNotebooks.Documents;

/// <summary>Reads and writes .dib: a header, and cells each under a line with its kernel's name.</summary>
internal static class DibFormat
{
    public const string Markdown = "markdown";

    private const string Header = "#!meta";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static InteractiveDocument Parse(string content, KernelInfoCollection? kernelInfos)
    {
        string[] lines = Lines(content.TrimStart('\uFEFF'));
        JsonObject metadata = [];
        int next = 0;
        if (lines[0] == Header)
        {
            int end = Array.FindIndex(lines, 1, line => line.StartsWith("#!", StringComparison.Ordinal));
            next = end < 0 ? lines.Length : end;
            metadata = ParseHeader(string.Join('\n', lines[1..next]));
        }

        KernelNames names = DocumentMetadata.Names(metadata, kernelInfos);
        InteractiveDocument document = new();
        foreach ((string name, object? value) in PlainJson.ToDictionary(metadata))
        {
            document.Metadata[name] = value;
        }

        string kernel = names.NameOf(PolyglotMetadata.KernelInfo(metadata) is null ? kernelInfos?.DefaultKernelName ?? PolyglotMetadata.CSharp : PolyglotMetadata.DefaultKernel(metadata));
        List<string> cell = [];
        foreach (string line in lines[next..])
        {
            if (Separator(line, names) is { } name)
            {
                Finish(document, kernel, cell);
                kernel = name;
            }
            else
            {
                cell.Add(line);
            }
        }

        Finish(document, kernel, cell);
        return document;
    }

    public static string Write(InteractiveDocument document, KernelInfoCollection? kernelInfos, string newline)
    {
        JsonObject metadata = PlainJson.ToObject(document.Metadata.Where(member => member.Key is not ("kernelspec" or "language_info" or "polyglot_notebook" or "kernelInfo")));
        JsonObject header = new() { ["kernelInfo"] = DocumentMetadata.KernelInfoObject(document, kernelInfos) };
        if (document.Metadata.ContainsKey("kernelInfo"))
        {
            // Only what came from a .dib header goes back into one; a notebook's other metadata stay in the notebook.
            foreach ((string name, JsonNode? value) in metadata)
            {
                header[name] = value?.DeepClone();
            }
        }

        KernelNames names = DocumentMetadata.Names(header, kernelInfos);
        string defaultKernel = NotebookOutput.TextOf(header["kernelInfo"]!["defaultKernelName"]);
        StringBuilder text = new();
        text.Append(Header).Append("\n\n").Append(header.ToJsonString(Compact)).Append('\n');
        foreach ((InteractiveDocumentElement element, int index) in document.Elements.Select((element, index) => (element, index)))
        {
            string contents = Trim(element.Contents);
            if (contents.Length == 0)
            {
                continue;
            }

            if (Lines(contents).FirstOrDefault(line => Separator(line, names) is not null) is { } separator)
            {
                throw new NotebookException($"Cell {index + 1} has the line {separator}, which begins a new cell in a .dib file; change that line, or keep the notebook as .ipynb.");
            }

            text.Append("\n#!").Append(names.NameOf(element.KernelName ?? defaultKernel)).Append("\n\n").Append(contents).Append('\n');
        }

        return newline == "\n" ? text.ToString() : text.ToString().Replace("\n", newline, StringComparison.Ordinal);
    }

    /// <summary>The lines of a text, whatever ends them.</summary>
    public static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>A cell's text as .dib keeps it: line feeds, and no empty lines before and after.</summary>
    public static string Trim(string contents)
    {
        string[] lines = Lines(contents);
        int first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        int last = Array.FindLastIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        return first < 0 ? "" : string.Join('\n', lines[first..(last + 1)]);
    }

    /// <summary>The kernel that a line names, where the line is a separator.</summary>
    public static string? Separator(string line, KernelNames names) =>
        line.StartsWith("#!", StringComparison.Ordinal) && names.Contains(line[2..]) ? names.NameOf(line[2..]) : null;

    private static void Finish(InteractiveDocument document, string kernel, List<string> lines)
    {
        string contents = Trim(string.Join('\n', lines));
        lines.Clear();
        if (contents.Length > 0)
        {
            document.Add(new InteractiveDocumentElement(contents, kernel));
        }
    }

    private static JsonObject ParseHeader(string json)
    {
        try
        {
            return string.IsNullOrWhiteSpace(json) ? [] : (JsonObject)JsonPieceReader.Read(json).Value.ToNode()!;
        }
        catch (Exception e) when (e is FormatException or InvalidCastException)
        {
            throw new NotebookException($"The header after {Header} is not a JSON object{(e is FormatException ? $": {e.Message}" : "")}.", e);
        }
    }
}
