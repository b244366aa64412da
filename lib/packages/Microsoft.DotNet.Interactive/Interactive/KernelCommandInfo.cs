namespace Microsoft.DotNet.Interactive;

/// <summary>The name of a command that a kernel handles.</summary>
public record KernelCommandInfo(string Name);
