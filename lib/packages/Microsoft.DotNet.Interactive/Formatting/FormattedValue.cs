using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value as text of one mime type.</summary>
public class FormattedValue
{
    public FormattedValue(string mimeType, string? value)
    {
        if (string.IsNullOrWhiteSpace(mimeType))
        {
            throw new ArgumentException("A formatted value needs a mime type, such as text/plain.", nameof(mimeType));
        }

        MimeType = mimeType;
        Value = value ?? "";
    }

    public string MimeType { get; }

    public string Value { get; }

    /// <summary>True for a value that is passed on but not shown.</summary>
    public bool SuppressDisplay { get; set; }

    /// <summary>
    /// The value in each of <paramref name="mimeTypes"/>, or in those its type prefers when none is given. A formatter that
    /// throws gives one plain sentence in place of its text, so that a faulty formatter never costs the cell its output.
    /// </summary>
    public static IReadOnlyList<FormattedValue> CreateManyFromObject(object? value, params string[] mimeTypes)
    {
        IReadOnlyCollection<string> wanted = mimeTypes is { Length: > 0 } ? mimeTypes : Formatter.GetPreferredMimeTypesFor(value?.GetType());
        List<FormattedValue> made = [];
        foreach (string mimeType in wanted.Distinct())
        {
            FormattedValue one = CreateSingleFromObject(value, mimeType);
            if (made.TrueForAll(other => other.MimeType != one.MimeType))
            {
                made.Add(one);
            }
        }

        return made;
    }

    /// <summary>The value in one mime type; see <see cref="CreateManyFromObject"/>.</summary>
    public static FormattedValue CreateSingleFromObject(object? value, string? mimeType = null)
    {
        string mime = mimeType ?? Formatter.GetPreferredMimeTypesFor(value?.GetType()).First();
        try
        {
            return new FormattedValue(mime, value.ToDisplayString(mime));
        }
        catch (Exception e) when (e is not (OperationCanceledException or ThreadInterruptedException))
        {
            string type = value is null ? "null" : TypeNames.Of(value.GetType());
            return new FormattedValue(
                PlainTextFormatter.MimeType,
                $"The {mime} formatter of {type} failed with {TypeNames.Of(e.GetType())}: {e.Message}");
        }
    }
}
