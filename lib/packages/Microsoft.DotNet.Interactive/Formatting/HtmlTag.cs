using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>An HTML element: its name, its attributes, and what it holds.</summary>
public class HtmlTag : IHtmlContent
{
    public HtmlTag(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>An element that holds text, which is encoded.</summary>
    public HtmlTag(string name, string text)
        : this(name, context => context.Writer.Write(HtmlText.Encode(text)))
    {
    }

    public HtmlTag(string name, IHtmlContent content)
        : this(name, context => HtmlView.WriteContent(content, context))
    {
    }

    public HtmlTag(string name, Action<FormatContext> content)
        : this(name) => Content = content;

    public string Name { get; set; }

    /// <summary>Writes what the element holds; null for nothing.</summary>
    public Action<FormatContext>? Content { get; set; }

    public HtmlAttributes HtmlAttributes { get; set; } = [];

    /// <summary>True for an element without content that is written as <c>&lt;br /&gt;</c>.</summary>
    public bool IsSelfClosing { get; set; }

    public void MergeAttributes(IDictionary<string, object?> htmlAttributes, bool replace = false) => HtmlAttributes.MergeWith(htmlAttributes, replace);

    public virtual void WriteTo(FormatContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Content is null && IsSelfClosing)
        {
            WriteSelfClosingTag(context.Writer);
            return;
        }

        WriteStartTag(context.Writer);
        WriteContentsTo(context);
        WriteEndTag(context.Writer);
    }

    public void WriteTo(TextWriter writer, HtmlEncoder? encoder = null)
    {
        using FormatContext context = new(writer);
        WriteTo(context);
    }

    public void WriteStartTag(TextWriter writer) => WriteTag(writer, ">");

    public void WriteSelfClosingTag(TextWriter writer) => WriteTag(writer, " />");

    public void WriteEndTag(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write($"</{Name}>");
    }

    public override string ToString()
    {
        using StringWriter writer = new(System.Globalization.CultureInfo.InvariantCulture);
        WriteTo(writer);
        return writer.ToString();
    }

    protected virtual void WriteContentsTo(FormatContext context) => Content?.Invoke(context);

    private void WriteTag(TextWriter writer, string end)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write('<');
        writer.Write(Name);
        HtmlAttributes.WriteTo(writer, HtmlText.Encoder);
        writer.Write(end);
    }
}
