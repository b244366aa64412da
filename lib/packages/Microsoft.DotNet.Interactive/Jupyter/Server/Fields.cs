using System.Text.Json;
using System.Text.Json.Nodes;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>Reads a request's fields as what the protocol says they are.</summary>
internal static class Fields
{
    internal static string RequiredText(this JsonObject content, string name) =>
        content.Text(name) ?? throw new InvalidRequestException($"The request lacks the text field {name}.");

    internal static string? Text(this JsonObject content, string name) =>
        content[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    internal static bool Flag(this JsonObject content, string name, bool otherwise) =>
        content[name] is JsonValue value ? value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new InvalidRequestException($"The field {name} is neither true nor false."),
        }
        : otherwise;

    internal static int? Number(this JsonObject content, string name) =>
        content[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}

/// <summary>A request that the protocol does not allow; its message goes back in the reply.</summary>
internal sealed class InvalidRequestException(string message) : Exception(message);
