using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace RnnNotebooks.Cli.Docs;

/// <summary>
/// Makes an output's HTML harmless: elements that run or load things are removed, and so are event handlers and links that are
/// scripts. What is left shows the same, standing still. The page's content-security policy is the second line of defence.
/// </summary>
public static class OutputSanitiser
{
    private static readonly HashSet<string> Removed = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "meta", "link", "form", "button", "noscript", "template", "foreignobject",
        "animate", "set", "animatemotion", "animatetransform", "video", "audio", "source", "portal", "slot",
    };

    private static readonly HashSet<string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        "href", "src", "xlink:href", "action", "formaction", "poster", "background", "cite", "data", "srcset", "ping", "longdesc", "to", "values", "from",
    };

    /// <summary>Returns the HTML (or SVG) without anything that could run.</summary>
    public static string Clean(string html)
    {
        var parser = new HtmlParser();
        var document = parser.ParseDocument("<!doctype html><body></body>");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var element in body.QuerySelectorAll("*").ToList())
        {
            if (Removed.Contains(element.LocalName))
            {
                element.Remove();
                continue;
            }

            foreach (var attribute in element.Attributes.ToList())
            {
                if (IsHarmful(element, attribute))
                {
                    element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
                    element.RemoveAttribute(attribute.Name);
                }
            }

            if (element.LocalName == "style")
            {
                element.TextContent = WithoutLoads(element.TextContent);
            }
        }

        return body.InnerHtml;
    }

    private static bool IsHarmful(IElement element, IAttr attribute)
    {
        var name = attribute.Name;
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (name.Equals("style", StringComparison.OrdinalIgnoreCase))
        {
            return WithoutLoads(attribute.Value) != attribute.Value;
        }

        return Addresses.Contains(name) && !IsHarmlessAddress(element, attribute.Value);
    }

    // Control characters and white space inside a scheme are skipped by browsers, so they are skipped here as well.
    private static bool IsHarmlessAddress(IElement element, string address)
    {
        var text = new string([.. address.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c))]);
        if (text.StartsWith('#'))
        {
            return true;
        }

        var colon = text.IndexOf(':');
        var scheme = colon < 0 || text.IndexOfAny(['/', '?', '#']) is >= 0 and var slash && slash < colon ? "" : text[..colon].ToLowerInvariant();
        return element.LocalName switch
        {
            "img" or "image" => scheme == "data" && text.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase),
            "a" => scheme is "" or "https" or "http" or "mailto",
            _ => false,
        };
    }

    // No style needs a "<": where one stands, something means to be read as an element after all.
    private static string WithoutLoads(string css) =>
        css.Contains('<', StringComparison.Ordinal) || css.Contains("@import", StringComparison.OrdinalIgnoreCase) || css.Contains("url(", StringComparison.OrdinalIgnoreCase) || css.Contains("expression(", StringComparison.OrdinalIgnoreCase) || css.Contains('\\', StringComparison.Ordinal)
            ? ""
            : css;
}
