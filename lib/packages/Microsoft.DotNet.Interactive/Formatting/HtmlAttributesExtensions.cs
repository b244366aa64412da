namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Common attributes by name.</summary>
public static class HtmlAttributesExtensions
{
    public static HtmlAttributes Class(this HtmlAttributes attributes, string classes) => attributes.Class(classes, include: true);

    /// <summary>Adds classes, or takes them away where <paramref name="include"/> is false.</summary>
    public static HtmlAttributes Class(this HtmlAttributes attributes, string classes, bool include)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(classes);
        foreach (string name in classes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (include)
            {
                attributes.AddCssClass(name);
            }
            else
            {
                attributes.RemoveCssClass(name);
            }
        }

        return attributes;
    }

    public static HtmlAttributes Disabled(this HtmlAttributes attributes, bool value = true) => Flag(attributes, "disabled", value);

    public static bool HasClass(this HtmlAttributes attributes, string @class)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return attributes.TryGetValue("class", out object? value) && $"{value}".Split(' ').Contains(@class, StringComparer.Ordinal);
    }

    public static HtmlAttributes Selected(this HtmlAttributes attributes, bool value = true) => Flag(attributes, "selected", value);

    private static HtmlAttributes Flag(HtmlAttributes attributes, string name, bool value)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (value)
        {
            attributes[name] = name;
        }
        else
        {
            attributes.Remove(name);
        }

        return attributes;
    }
}
