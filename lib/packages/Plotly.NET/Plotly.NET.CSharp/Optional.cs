namespace Plotly.NET.CSharp;

/// <summary>An argument that may be left out. A value converts by itself.</summary>
/// <typeparam name="T">The type of the argument.</typeparam>
public record struct Optional<T>(T Value, bool IsSome) : IOptionalValue
{
    readonly object? IOptionalValue.Value => Value;

    public static implicit operator Optional<T>(T Value) => new(Value, Value is not null);
}
