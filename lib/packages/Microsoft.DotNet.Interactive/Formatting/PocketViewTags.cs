using System.Collections;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The tags of HTML, for <c>using static</c>: each is a new <see cref="PocketView"/>.</summary>
public static class PocketViewTags
{
    private static readonly PocketView Root = new();

    /// <summary>Any tag by name: <c>_.article("text")</c>; and the place to set transforms.</summary>
    public static dynamic _ => Root;

    public static dynamic a => new PocketView("a", Root);

    public static dynamic area => new PocketView("area", Root);

    public static dynamic aside => new PocketView("aside", Root);

    public static dynamic b => new PocketView("b", Root);

    public static dynamic body => new PocketView("body", Root);

    public static dynamic br => new PocketView("br", Root);

    public static dynamic button => new PocketView("button", Root);

    public static dynamic caption => new PocketView("caption", Root);

    public static dynamic center => new PocketView("center", Root);

    public static dynamic circle => new PocketView("circle", Root);

    public static dynamic code => new PocketView("code", Root);

    public static dynamic colgroup => new PocketView("colgroup", Root);

    public static dynamic dd => new PocketView("dd", Root);

    public static dynamic details => new PocketView("details", Root);

    public static dynamic div => new PocketView("div", Root);

    public static dynamic dl => new PocketView("dl", Root);

    public static dynamic dt => new PocketView("dt", Root);

    public static dynamic em => new PocketView("em", Root);

    public static dynamic figure => new PocketView("figure", Root);

    public static dynamic font => new PocketView("font", Root);

    public static dynamic form => new PocketView("form", Root);

    public static dynamic g => new PocketView("g", Root);

    public static dynamic h1 => new PocketView("h1", Root);

    public static dynamic h2 => new PocketView("h2", Root);

    public static dynamic h3 => new PocketView("h3", Root);

    public static dynamic h4 => new PocketView("h4", Root);

    public static dynamic h5 => new PocketView("h5", Root);

    public static dynamic h6 => new PocketView("h6", Root);

    public static dynamic head => new PocketView("head", Root);

    public static dynamic header => new PocketView("header", Root);

    public static dynamic hgroup => new PocketView("hgroup", Root);

    public static dynamic hr => new PocketView("hr", Root);

    public static dynamic html => new PocketView("html", Root);

    public static dynamic i => new PocketView("i", Root);

    public static dynamic iframe => new PocketView("iframe", Root);

    public static dynamic img => new PocketView("img", Root);

    public static dynamic input => new PocketView("input", Root);

    public static dynamic label => new PocketView("label", Root);

    public static dynamic li => new PocketView("li", Root);

    public static dynamic line => new PocketView("line", Root);

    public static dynamic link => new PocketView("link", Root);

    public static dynamic main => new PocketView("main", Root);

    public static dynamic menu => new PocketView("menu", Root);

    public static dynamic menuitem => new PocketView("menuitem", Root);

    public static dynamic meta => new PocketView("meta", Root);

    public static dynamic meter => new PocketView("meter", Root);

    public static dynamic nav => new PocketView("nav", Root);

    public static dynamic ol => new PocketView("ol", Root);

    public static dynamic optgroup => new PocketView("optgroup", Root);

    public static dynamic option => new PocketView("option", Root);

    public static dynamic p => new PocketView("p", Root);

    public static dynamic pre => new PocketView("pre", Root);

    public static dynamic progress => new PocketView("progress", Root);

    public static dynamic q => new PocketView("q", Root);

    public static dynamic script => new PocketView("script", Root);

    public static dynamic section => new PocketView("section", Root);

    public static dynamic select => new PocketView("select", Root);

    public static dynamic small => new PocketView("small", Root);

    public static dynamic source => new PocketView("source", Root);

    public static dynamic span => new PocketView("span", Root);

    public static dynamic strike => new PocketView("strike", Root);

    public static dynamic strong => new PocketView("strong", Root);

    public static dynamic style => new PocketView("style", Root);

    public static dynamic sub => new PocketView("sub", Root);

    public static dynamic summary => new PocketView("summary", Root);

    public static dynamic sup => new PocketView("sup", Root);

    public static dynamic svg => new PocketView("svg", Root);

    public static dynamic table => new PocketView("table", Root);

    public static dynamic tbody => new PocketView("tbody", Root);

    public static dynamic td => new PocketView("td", Root);

    public static dynamic text => new PocketView("text", Root);

    public static dynamic textarea => new PocketView("textarea", Root);

    public static dynamic tfoot => new PocketView("tfoot", Root);

    public static dynamic th => new PocketView("th", Root);

    public static dynamic thead => new PocketView("thead", Root);

    public static dynamic title => new PocketView("title", Root);

    public static dynamic tr => new PocketView("tr", Root);

    public static dynamic u => new PocketView("u", Root);

    public static dynamic ul => new PocketView("ul", Root);

    public static dynamic video => new PocketView("video", Root);

    /// <summary>A style element: selectors, each with its properties.</summary>
    public class Style : IHtmlContent, IEnumerable
    {
        private readonly List<(string Selector, List<(string Name, string Value)> Properties)> rules = [];

        /// <summary>Adds properties to a selector.</summary>
        public void Add(string selector, params (string, string)[] properties)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(selector);
            ArgumentNullException.ThrowIfNull(properties);
            int index = rules.FindIndex(rule => rule.Selector == selector);
            if (index < 0)
            {
                rules.Add((selector, [.. properties]));
            }
            else
            {
                rules[index].Properties.AddRange(properties);
            }
        }

        public IEnumerator GetEnumerator() => rules.GetEnumerator();

        void IHtmlContent.WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            ArgumentNullException.ThrowIfNull(writer);
            writer.Write(ToString());
        }

        public override string ToString()
        {
            IEnumerable<string> written = rules.Select(rule =>
                $"{rule.Selector} {{\n{string.Concat(rule.Properties.Select(property => $"  {property.Name}: {property.Value};\n"))}}}\n");
            return $"<style>\n{string.Concat(written)}</style>";
        }
    }
}
