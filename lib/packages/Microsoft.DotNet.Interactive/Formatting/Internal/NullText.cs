using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Formatting;

/// <summary>A null, in each mime type.</summary>
internal static class NullText
{
    public static void Write(FormatContext context, string mimeType)
    {
        switch (mimeType)
        {
            case HtmlFormatter.MimeType:
                HtmlText.WritePlain(context, Formatter.NullString);
                break;
            case JsonFormatter.MimeType or TabularDataMimeType:
                context.Writer.Write("null");
                break;
            default:
                context.Writer.Write(Formatter.NullString);
                break;
        }
    }

    private const string TabularDataMimeType = Microsoft.DotNet.Interactive.Formatting.TabularData.TabularDataResourceFormatter.MimeType;
}
