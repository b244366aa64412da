using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive;

/// <summary>JavaScript that runs in the page when it is shown as HTML.</summary>
public class ScriptContent(string scriptValue) : IHtmlContent
{
    public string ScriptValue { get; } = scriptValue;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<script type=\"text/javascript\">");
        writer.Write(ScriptValue);
        writer.Write("</script>");
    }

    public override string ToString() => $"<script type=\"text/javascript\">{ScriptValue}</script>";

    /// <summary>The text as a JavaScript string that is safe within a script element.</summary>
    internal static string Quote(string text) => JsonSerializer.Serialize(text);
}
