using System.Reflection;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Named modules in a row and how a value passes through them, whatever its type.</summary>
internal sealed class SequentialItems
{
    private readonly List<(string Name, nn.Module Module, MethodInfo Call)> list = new();

    public int Count => list.Count;

    public (string Name, nn.Module Module) this[int index] => (list[index].Name, list[index].Module);

    public void Add(string name, nn.Module module)
    {
        // A type's own `call` hides the base's and may have optional parameters, which a chain cannot give: the base's is taken.
        var type = module.GetType();
        while (type is not null && !(type.IsGenericType && type.Namespace == "TorchSharp" && type.Name.StartsWith("Module`", StringComparison.Ordinal)))
        {
            type = type.BaseType;
        }
        var call = type?.GetMethod("call") ??
            throw new ArgumentException($"'{name}' ({module.GetType().Name}) cannot be part of a Sequential: it has no forward with one to six arguments.", nameof(module));
        list.Add((name, module, call));
    }

    public (string, nn.Module)[] Slice(int start, int end)
    {
        if (start < 0 || end > Count || start > end)
        {
            throw new ArgumentOutOfRangeException(nameof(start), $"There is no slice from {start} to {end} of {Count} modules.");
        }
        return list.GetRange(start, end - start).Select(item => (item.Name, item.Module)).ToArray();
    }

    public object? Run(params object?[] arguments)
    {
        if (Count == 0)
        {
            throw new InvalidOperationException("A Sequential without modules cannot be called.");
        }
        object? result = null;
        foreach (var (_, module, call) in list)
        {
            result = call.Invoke(module, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            arguments = new[] { result };
        }
        return result;
    }
}
