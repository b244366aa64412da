using System.Diagnostics.CodeAnalysis;
using System.Dynamic;

namespace DynamicObj;

/// <summary>
/// An object whose properties are added while the program runs; every part of a chart is one. Properties keep the order in which
/// they were first set, which is the order they have in JSON.
/// </summary>
public class DynamicObj : DynamicObject
{
    private OrderedDictionary<string, object> _properties = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, object> Ordered => _properties;

    /// <summary>Sets a property, new or old.</summary>
    /// <param name="propertyName">plotly.js's name of the attribute, such as <c>showlegend</c>.</param>
    /// <param name="propertyValue">A number, text, truth value, date, sequence or another part of a chart.</param>
    public void SetProperty(string propertyName, object propertyValue) => _properties[propertyName] = propertyValue;

    /// <summary>Removes a property.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveProperty(string propertyName) => _properties.Remove(propertyName);

    /// <inheritdoc/>
    public override bool TryGetMember(GetMemberBinder binder, out object? result) => _properties.TryGetValue(binder.Name, out result);

    /// <inheritdoc/>
    public override bool TrySetMember(SetMemberBinder binder, object? value)
    {
        if (value is null)
            _properties.Remove(binder.Name);
        else
            _properties[binder.Name] = value;
        return true;
    }

    /// <inheritdoc/>
    public override IEnumerable<string> GetDynamicMemberNames() => _properties.Keys;

    internal bool TryGet(string name, [MaybeNullWhen(false)] out object value) => _properties.TryGetValue(name, out value);

    // Charts are values to their users: styling one must not change the chart it was made from
    internal DynamicObj Copy()
    {
        var copy = (DynamicObj)MemberwiseClone();
        copy._properties = new(StringComparer.Ordinal);
        foreach (var (name, value) in _properties)
            copy._properties[name] = value is DynamicObj part ? part.Copy() : value;
        return copy;
    }

    // The second's properties win; parts that both have are merged
    internal void Merge(DynamicObj other)
    {
        foreach (var (name, value) in other._properties)
        {
            if (value is DynamicObj theirs && _properties.TryGetValue(name, out object? own) && own is DynamicObj ours)
                ours.Merge(theirs);
            else
                _properties[name] = value is DynamicObj part ? part.Copy() : value;
        }
    }
}
