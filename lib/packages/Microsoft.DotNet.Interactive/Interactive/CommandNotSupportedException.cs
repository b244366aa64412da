namespace Microsoft.DotNet.Interactive;

/// <summary>A kernel was sent a command that it has no handler for.</summary>
public class CommandNotSupportedException(Type commandType, Kernel kernel)
    : Exception($"The kernel \"{kernel.Name}\" does not support {commandType.Name}.");
