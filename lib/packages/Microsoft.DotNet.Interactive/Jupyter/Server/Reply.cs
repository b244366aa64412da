using System.Text.Json.Nodes;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>The contents that many replies share.</summary>
internal static class Reply
{
    internal static JsonObject Ok() => new() { ["status"] = "ok" };

    internal static JsonObject Error(string name, string message, IEnumerable<string>? traceback = null) => new()
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = Lines(traceback ?? [$"{name}: {message}"]),
    };

    internal static JsonArray Lines(IEnumerable<string> lines) => new([.. lines.Select(line => JsonValue.Create(line))]);
}
