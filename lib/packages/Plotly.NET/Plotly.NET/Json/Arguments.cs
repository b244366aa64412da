using System.Diagnostics.CodeAnalysis;
using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>An argument that may be absent, whichever package's option type it comes in.</summary>
internal interface IOptionalValue
{
    bool IsSome { get; }

    object? Value { get; }
}

/// <summary>The arguments that a caller gave, by name. Absent ones are not here.</summary>
internal sealed class Arguments
{
    private readonly OrderedDictionary<string, object> _values = new(StringComparer.Ordinal);

    public Arguments Add<T>(string name, FSharpOption<T>? value) => value is null ? this : Add(name, (object?)value.Value);

    public Arguments Add(string name, object? value)
    {
        if (value is IOptionalValue optional)
            value = optional.IsSome ? optional.Value : null;
        if (value is not null)
            _values[name] = value;
        return this;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public bool TryTake<T>(string name, [NotNullWhen(true)] out T? value)
    {
        value = default;
        if (!_values.Remove(name, out object? found))
            return false;
        value = (T)found!;
        return value is not null;
    }

    public T Take<T>(string name, T otherwise) => TryTake(name, out T? value) ? value : otherwise;

    public object? Take(string name) => TryTake(name, out object? value) ? value : null;

    /// <summary>Sets what is left as properties of a part, each under its plotly.js key.</summary>
    public void PutRest(DynamicObj.DynamicObj part)
    {
        foreach (var (name, value) in _values)
            part.PutValue(Key(name), value);
        _values.Clear();
    }

    private static string Key(string name)
    {
        if (name.StartsWith("Multi", StringComparison.Ordinal) && name.Length > 5 && char.IsUpper(name[5]))
            name = name[5..];
        return name switch
        {
            "AxisType" or "Type" => "type",
            "Outline" => "line",
            "Symbol3D" => "symbol",
            "PaperBGColor" => "paper_bgcolor",
            "PlotBGColor" => "plot_bgcolor",
            "XError" => "error_x",
            "YError" => "error_y",
            "SelectRevision" => "selectionrevision",
            "VerticalAlign" => "valign",
            _ => name.ToLowerInvariant(),
        };
    }
}
