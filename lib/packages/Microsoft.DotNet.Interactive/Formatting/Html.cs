using Microsoft.AspNetCore.Html;
using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Builds HTML elements by chained calls.</summary>
public static class Html
{
    /// <summary>An empty element of this name.</summary>
    public static HtmlTag Tag(this string tagName) => new(tagName);

    /// <summary>Text that is HTML already.</summary>
    public static IHtmlContent ToHtmlContent(this string value) => new HtmlString(value);

    /// <summary>Text as HTML, encoded.</summary>
    public static IHtmlContent HtmlEncode(this string content) => new HtmlString(HtmlText.Encode(content));

    /// <summary>Text as the value of an attribute, encoded.</summary>
    public static IHtmlContent HtmlAttributeEncode(this string content) => new HtmlString(HtmlText.Encode(content));

    /// <summary>Adds content at the end of what the element holds.</summary>
    public static TTag Append<TTag>(this TTag toTag, IHtmlContent content)
        where TTag : HtmlTag
    {
        ArgumentNullException.ThrowIfNull(toTag);
        Action<FormatContext>? before = toTag.Content;
        toTag.Content = context =>
        {
            before?.Invoke(context);
            HtmlView.WriteContent(content, context);
        };
        return toTag;
    }

    public static TTag Append<TTag>(this TTag toTag, params IHtmlContent[] contents)
        where TTag : HtmlTag
    {
        ArgumentNullException.ThrowIfNull(contents);
        foreach (IHtmlContent content in contents)
        {
            toTag.Append(content);
        }

        return toTag;
    }

    /// <summary>Adds the element at the end of what another holds.</summary>
    public static TTag AppendTo<TTag>(this TTag appendTag, HtmlTag toTag)
        where TTag : HtmlTag
    {
        toTag.Append((IHtmlContent)appendTag);
        return appendTag;
    }

    /// <summary>Replaces what the element holds by text, which is encoded.</summary>
    public static TTag Containing<TTag>(this TTag tag, string text)
        where TTag : HtmlTag => tag.Containing(text.HtmlEncode());

    /// <summary>Replaces what the element holds.</summary>
    public static TTag Containing<TTag>(this TTag tag, IHtmlContent content)
        where TTag : HtmlTag
    {
        ArgumentNullException.ThrowIfNull(tag);
        tag.Content = context => HtmlView.WriteContent(content, context);
        return tag;
    }

    /// <summary>Adds content before what the element holds.</summary>
    public static TTag Prepend<TTag>(this TTag toTag, IHtmlContent content)
        where TTag : HtmlTag
    {
        ArgumentNullException.ThrowIfNull(toTag);
        Action<FormatContext>? after = toTag.Content;
        toTag.Content = context =>
        {
            HtmlView.WriteContent(content, context);
            after?.Invoke(context);
        };
        return toTag;
    }

    /// <summary>Adds the element before what another holds.</summary>
    public static TTag PrependTo<TTag>(this TTag prependTag, HtmlTag toTag)
        where TTag : HtmlTag
    {
        toTag.Prepend(prependTag);
        return prependTag;
    }

    /// <summary>Has the element written as <c>&lt;br /&gt;</c> while it holds nothing.</summary>
    public static TTag SelfClosing<TTag>(this TTag tag)
        where TTag : HtmlTag
    {
        ArgumentNullException.ThrowIfNull(tag);
        tag.IsSelfClosing = true;
        return tag;
    }

    public static TTag WithAttributes<TTag>(this TTag tag, IDictionary<string, object?> htmlAttributes)
        where TTag : HtmlTag
    {
        ArgumentNullException.ThrowIfNull(tag);
        tag.MergeAttributes(htmlAttributes, replace: true);
        return tag;
    }

    public static TTag WithAttributes<TTag>(this TTag tag, string name, object? value)
        where TTag : HtmlTag
    {
        ArgumentNullException.ThrowIfNull(tag);
        tag.HtmlAttributes[name] = value;
        return tag;
    }

    /// <summary>Puts another element between this one and what it holds.</summary>
    public static TTag WrapInner<TTag>(this TTag tag, HtmlTag wrappingTag)
        where TTag : HtmlTag
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(wrappingTag);
        wrappingTag.Content = tag.Content;
        tag.Content = wrappingTag.WriteTo;
        return tag;
    }
}
