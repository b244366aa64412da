using System.Text.Json.Nodes;

namespace Jupyter.Tests;

/// <summary>Reads a recorded request: its reply and what came on iopub.</summary>
internal static class Said
{
    internal static JsonNode Reply(this JsonNode request) => request["reply"]!;

    internal static string? Status(this JsonNode request) => (string?)request.Reply()["status"];

    internal static string[] Types(this JsonNode request) => [.. Messages(request).Select(message => (string)message["type"]!)];

    internal static IEnumerable<JsonNode> Contents(this JsonNode request, string type) =>
        Messages(request).Where(message => (string)message["type"]! == type).Select(message => message["content"]!);

    internal static string Text(this JsonNode request, string stream = "stdout") =>
        string.Concat(request.Contents("stream").Where(content => (string)content["name"]! == stream).Select(content => (string)content["text"]!));

    internal static string? Result(this JsonNode request) =>
        (string?)Assert.Single(request.Contents("execute_result"))["data"]!["text/plain"];

    internal static string[] Texts(this JsonNode array) => [.. array.AsArray().Select(item => item!.ToString())];

    private static IEnumerable<JsonNode> Messages(JsonNode request) => request["iopub"]!.AsArray().Select(message => message!);
}
