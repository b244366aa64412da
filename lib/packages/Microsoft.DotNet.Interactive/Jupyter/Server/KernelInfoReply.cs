using System.Reflection;
using System.Text.Json.Nodes;
using RnnNotebooks.Jupyter.Wire;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfoReply
{
    private static readonly string Version =
        typeof(KernelInfoReply).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0.0.0";

    internal static JsonObject Create()
    {
        var reply = Reply.Ok();
        reply["protocol_version"] = MessageCodec.ProtocolVersion;
        reply["implementation"] = "rnn";
        reply["implementation_version"] = Version;
        // Word for word what a saved lesson says: JupyterLab calls a notebook changed as soon as its kernel says anything else or more.
        reply["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
        };
        reply["banner"] = $"C# notebooks, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription} (rnn {Version})";
        reply["help_links"] = new JsonArray(
            Link("C# language reference", "https://learn.microsoft.com/dotnet/csharp/language-reference/"),
            Link(".NET API browser", "https://learn.microsoft.com/dotnet/api/"));
        reply["supported_features"] = new JsonArray();
        reply["debugger"] = false;
        return reply;
    }

    private static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}
