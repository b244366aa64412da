using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Formatting;

/// <summary>Text placed into HTML.</summary>
internal static class HtmlText
{
    /// <summary>Encodes what HTML needs encoded and leaves letters of every script readable.</summary>
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // The encoder turns line breaks and tabs into character references, which no one can read in a saved notebook.
        return Encoder.Encode(text)
            .Replace("&#xA;", "\n", StringComparison.Ordinal)
            .Replace("&#xD;", "\r", StringComparison.Ordinal)
            .Replace("&#x9;", "\t", StringComparison.Ordinal);
    }

    /// <summary>Text in its own block, white space kept.</summary>
    public static void WritePlain(FormatContext context, string text)
    {
        context.RequireDefaultStyles();
        context.Writer.Write("<div class=\"dni-plaintext\"><pre>");
        context.Writer.Write(Encode(text));
        context.Writer.Write("</pre></div>");
    }
}
