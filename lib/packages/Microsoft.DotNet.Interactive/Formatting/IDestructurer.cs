namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Takes values apart into names and values.</summary>
public interface IDestructurer
{
    ICollection<string> Keys { get; }

    IDictionary<string, object?> Destructure(object instance);
}

/// <inheritdoc cref="IDestructurer"/>
public interface IDestructurer<in T> : IDestructurer
{
    IDictionary<string, object?> Destructure(T instance);
}
