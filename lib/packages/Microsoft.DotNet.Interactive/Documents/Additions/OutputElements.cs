using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Documents;

namespace RnnNotebooks.Documents;

/// <summary>Outputs, between nbformat's and the document's.</summary>
internal static class OutputElements
{
    public static InteractiveDocumentOutputElement From(NotebookOutput output)
    {
        switch (output)
        {
            case StreamOutput stream:
                return new TextElement(stream.Text, stream.Name);
            case DisplayDataOutput display:
                DisplayElement element = new(Plain(display.Data));
                CopyMetadata(display.Metadata, element.Metadata);
                return element;
            case ExecuteResultOutput result:
                ReturnValueElement value = new() { ExecutionOrder = result.ExecutionCount ?? 0 };
                foreach ((string mimeType, object? form) in Plain(result.Data))
                {
                    value.Data[mimeType] = form;
                }

                CopyMetadata(result.Metadata, value.Metadata);
                return value;
            case ErrorOutput error:
                return new ErrorElement(error.Value, error.Name, [.. error.Traceback]);
            default:
                return new UnknownElement(output);
        }
    }

    public static JsonObject ToJson(InteractiveDocumentOutputElement element) => To(element).ToJson();

    private static NotebookOutput To(InteractiveDocumentOutputElement element) => element switch
    {
        TextElement text => new StreamOutput(text.Name, text.Text),
        DisplayElement display => new DisplayDataOutput(Bundle(display.Data), PlainJson.ToObject(display.Metadata)),
        ReturnValueElement value => new ExecuteResultOutput(Bundle(value.Data), value.ExecutionOrder > 0 ? value.ExecutionOrder : null, PlainJson.ToObject(value.Metadata)),
        ErrorElement error => new ErrorOutput(error.ErrorName, error.ErrorValue, error.StackTrace),
        UnknownElement unknown => unknown.Output,
        _ => throw new NotSupportedException($"An output of type {element.GetType().Name} has no form in a notebook."),
    };

    private static Dictionary<string, object?> Plain(MimeBundle bundle) =>
        bundle.ToDictionary(form => form.Key, form => MimeBundle.IsJson(form.Key) ? PlainJson.ToPlain(JsonNode.Parse(form.Value)) : form.Value);

    private static MimeBundle Bundle(IDictionary<string, object?> data)
    {
        MimeBundle bundle = [];
        foreach ((string mimeType, object? value) in data)
        {
            bundle.Add(mimeType, value as string is { } text && !MimeBundle.IsJson(mimeType) ? text : PlainJson.ToNode(value)?.ToJsonString() ?? "null");
        }

        return bundle;
    }

    private static void CopyMetadata(JsonObject? from, IDictionary<string, object?> to)
    {
        foreach ((string name, object? value) in PlainJson.ToDictionary(from ?? []))
        {
            to[name] = value;
        }
    }

    /// <summary>An output of a kind that nbformat does not know, carried along.</summary>
    private sealed class UnknownElement(NotebookOutput output) : InteractiveDocumentOutputElement
    {
        public NotebookOutput Output { get; } = output;
    }
}
