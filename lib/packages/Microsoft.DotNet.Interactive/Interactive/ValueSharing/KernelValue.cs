namespace Microsoft.DotNet.Interactive.ValueSharing;

/// <summary>A variable with its value and the kernel that holds it.</summary>
public class KernelValue(KernelValueInfo valueInfo, object? value, string kernelName)
{
    public string Name { get; } = valueInfo.Name;

    public Type? Type { get; } = valueInfo.Type;

    public object? Value { get; } = value;

    public string KernelName { get; } = kernelName;
}
