namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value on show, which <see cref="Update"/> replaces in place.</summary>
public class DisplayedValue
{
    private readonly string[] mimeTypes;

    public DisplayedValue(object? value, IReadOnlyList<FormattedValue> formattedValues)
    {
        ArgumentNullException.ThrowIfNull(formattedValues);
        Value = value;
        FormattedValues = formattedValues;
        mimeTypes = [.. formattedValues.Select(formatted => formatted.MimeType)];
        DisplayId = Guid.NewGuid().ToString("N");
    }

    public string DisplayId { get; }

    public object? Value { get; private set; }

    public IReadOnlyList<FormattedValue> FormattedValues { get; private set; }

    public bool IsUpdated { get; private set; }

    /// <summary>Shows <paramref name="updatedValue"/> in the same place, in the mime types of the first value.</summary>
    public void Update(object? updatedValue)
    {
        Value = updatedValue;
        FormattedValues = FormattedValue.CreateManyFromObject(updatedValue, mimeTypes);
        IsUpdated = true;
        Formatter.Publish(this);
    }
}
