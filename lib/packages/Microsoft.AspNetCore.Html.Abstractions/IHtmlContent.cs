using System.Text.Encodings.Web;

namespace Microsoft.AspNetCore.Html;

/// <summary>Content that knows how to write itself as HTML and is not encoded again.</summary>
public interface IHtmlContent
{
    /// <summary>Writes the HTML, encoding what needs it with <paramref name="encoder"/>.</summary>
    void WriteTo(TextWriter writer, HtmlEncoder encoder);
}
