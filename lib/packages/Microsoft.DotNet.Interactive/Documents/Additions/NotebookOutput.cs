using System.Text.Json.Nodes;

namespace RnnNotebooks.Documents;

/// <summary>One output of a code cell, as nbformat 4 has it.</summary>
public abstract record NotebookOutput
{
    /// <summary>The output as it stands in a notebook; text is split into lines, JSON mime types hold JSON.</summary>
    public abstract JsonObject ToJson();

    /// <summary>Reads an output; one of a kind that nbformat 4 does not know is kept as it is.</summary>
    public static NotebookOutput Read(JsonObject output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return TextOf(output["output_type"]) switch
        {
            "stream" => new StreamOutput(TextOf(output["name"]), TextOf(output["text"])),
            "display_data" => new DisplayDataOutput(MimeBundle.Read(output["data"]), Metadata(output)),
            "execute_result" => new ExecuteResultOutput(MimeBundle.Read(output["data"]), Number(output["execution_count"]), Metadata(output)),
            "error" => new ErrorOutput(
                TextOf(output["ename"]),
                TextOf(output["evalue"]),
                [.. (output["traceback"] as JsonArray ?? []).Select(TextOf)]),
            _ => new UnknownOutput((JsonObject)output.DeepClone()),
        };
    }

    /// <summary>Text that nbformat lets be a string or an array of lines.</summary>
    internal static string TextOf(JsonNode? node) => node switch
    {
        null => "",
        JsonArray lines => string.Concat(lines.Select(TextOf)),
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => node.ToJsonString(),
    };

    /// <summary>Text as the array of its lines, each with its line feed.</summary>
    internal static JsonArray Lines(string text)
    {
        JsonArray lines = [];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }

    internal static int? Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out int number) ? number : null;

    private static JsonObject? Metadata(JsonObject output) =>
        output["metadata"] is JsonObject { Count: > 0 } metadata ? (JsonObject)metadata.DeepClone() : null;
}

/// <summary>Printed text.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">What was printed.</param>
public sealed record StreamOutput(string Name, string Text) : NotebookOutput
{
    public override JsonObject ToJson() => new() { ["name"] = Name, ["output_type"] = "stream", ["text"] = Lines(Text) };
}

/// <summary>A displayed value.</summary>
/// <param name="Data">Its forms by mime type.</param>
/// <param name="Metadata">Metadata of the output, such as an image's size.</param>
public sealed record DisplayDataOutput(MimeBundle Data, JsonObject? Metadata = null) : NotebookOutput
{
    public override JsonObject ToJson() => new()
    {
        ["data"] = Data.ToJson(),
        ["metadata"] = Metadata?.DeepClone() ?? new JsonObject(),
        ["output_type"] = "display_data",
    };
}

/// <summary>The value of a cell's last expression.</summary>
/// <param name="Data">Its forms by mime type.</param>
/// <param name="ExecutionCount">The number of the execution.</param>
/// <param name="Metadata">Metadata of the output.</param>
public sealed record ExecuteResultOutput(MimeBundle Data, int? ExecutionCount, JsonObject? Metadata = null) : NotebookOutput
{
    public override JsonObject ToJson() => new()
    {
        ["data"] = Data.ToJson(),
        ["execution_count"] = ExecutionCount,
        ["metadata"] = Metadata?.DeepClone() ?? new JsonObject(),
        ["output_type"] = "execute_result",
    };
}

/// <summary>An exception or a compiler's errors.</summary>
/// <param name="Name">The exception's type.</param>
/// <param name="Value">Its message.</param>
/// <param name="Traceback">What a notebook shows, line by line.</param>
public sealed record ErrorOutput(string Name, string Value, IReadOnlyList<string> Traceback) : NotebookOutput
{
    public override JsonObject ToJson() => new()
    {
        ["ename"] = Name,
        ["evalue"] = Value,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. Traceback.Select(line => (JsonNode)line)]),
    };
}

/// <summary>An output of a kind that nbformat 4 does not know, kept as it is.</summary>
public sealed record UnknownOutput(JsonObject Json) : NotebookOutput
{
    public override JsonObject ToJson() => (JsonObject)Json.DeepClone();
}
