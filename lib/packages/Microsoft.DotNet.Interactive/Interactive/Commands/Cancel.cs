namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Stops the cell that is running, and nothing else: queued cells still run.</summary>
public class Cancel(string? targetKernelName = null) : KernelCommand(targetKernelName);
