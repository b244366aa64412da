using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The attributes of a tag, in the order of adding. One without a value is written as its name alone.</summary>
public class HtmlAttributes : IDictionary<string, object?>, IHtmlContent
{
    private const string ClassName = "class";

    private readonly List<KeyValuePair<string, object?>> attributes = [];

    public HtmlAttributes()
    {
    }

    public HtmlAttributes(IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        foreach (KeyValuePair<string, object?> attribute in attributes)
        {
            this[attribute.Key] = attribute.Value;
        }
    }

    public int Count => attributes.Count;

    public bool IsReadOnly => false;

    public ICollection<string> Keys => [.. attributes.Select(attribute => attribute.Key)];

    public ICollection<object?> Values => [.. attributes.Select(attribute => attribute.Value)];

    public object? this[string key]
    {
        get => TryGetValue(key, out object? value) ? value : throw new KeyNotFoundException($"There is no attribute {key}.");
        set
        {
            int index = IndexOf(key);
            if (index < 0)
            {
                attributes.Add(new(key, value));
            }
            else
            {
                attributes[index] = new(key, value);
            }
        }
    }

    public void Add(string key, object? value)
    {
        if (ContainsKey(key))
        {
            throw new ArgumentException($"There is an attribute {key} already.", nameof(key));
        }

        attributes.Add(new(key, value));
    }

    public void Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    /// <summary>Adds a class to those there are.</summary>
    public void AddCssClass(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        if (!Classes().Contains(value, StringComparer.Ordinal))
        {
            this[ClassName] = string.Join(' ', Classes().Append(value));
        }
    }

    /// <summary>Takes a class away.</summary>
    public void RemoveCssClass(string value)
    {
        string[] left = [.. Classes().Where(name => name != value)];
        if (left.Length == 0)
        {
            Remove(ClassName);
        }
        else
        {
            this[ClassName] = string.Join(' ', left);
        }
    }

    public void Clear() => attributes.Clear();

    public bool Contains(KeyValuePair<string, object?> item) => attributes.Contains(item);

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public void CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) => attributes.CopyTo(array, arrayIndex);

    /// <summary>Adds attributes; those of the same name stay unless <paramref name="replace"/>. Classes add up.</summary>
    public void MergeWith(IDictionary<string, object?> htmlAttributes, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(htmlAttributes);
        foreach ((string key, object? value) in htmlAttributes)
        {
            if (key == ClassName && !replace && value is not null)
            {
                foreach (string name in $"{value}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    AddCssClass(name);
                }
            }
            else if (replace || !ContainsKey(key))
            {
                this[key] = value;
            }
        }
    }

    public bool Remove(string key) => attributes.RemoveAll(attribute => attribute.Key == key) > 0;

    public bool Remove(KeyValuePair<string, object?> item) => attributes.Remove(item);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        int index = IndexOf(key);
        value = index < 0 ? null : attributes[index].Value;
        return index >= 0;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach ((string key, object? value) in attributes)
        {
            writer.Write(' ');
            writer.Write(HtmlText.Encode(key));
            if (value is null)
            {
                continue;
            }

            writer.Write("=\"");
            if (value is IHtmlContent content)
            {
                content.WriteTo(writer, encoder);
            }
            else
            {
                writer.Write(HtmlText.Encode(value as string ?? Scalars.Text(value)));
            }

            writer.Write('"');
        }
    }

    public override string ToString()
    {
        using StringWriter writer = new(System.Globalization.CultureInfo.InvariantCulture);
        WriteTo(writer, HtmlText.Encoder);
        return writer.ToString();
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => attributes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string key) => attributes.FindIndex(attribute => attribute.Key == key);

    private string[] Classes() =>
        TryGetValue(ClassName, out object? value) && value is not null ? $"{value}".Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
}
