using System.Text.Encodings.Web;

namespace Microsoft.AspNetCore.Html;

/// <summary>A string that is HTML already.</summary>
public class HtmlString(string? value) : IHtmlContent
{
    public static readonly HtmlString NewLine = new(Environment.NewLine);

    public static readonly HtmlString Empty = new("");

    public string? Value { get; } = value;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Value);
    }

    public override string ToString() => Value ?? "";
}
