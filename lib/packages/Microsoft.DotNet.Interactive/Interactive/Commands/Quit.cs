namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Stops what runs and disposes of the kernel.</summary>
public class Quit : KernelCommand;
