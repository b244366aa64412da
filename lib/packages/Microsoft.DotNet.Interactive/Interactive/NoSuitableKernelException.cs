using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive;

/// <summary>No kernel has the name that a command is addressed to.</summary>
public class NoSuitableKernelException(KernelCommand command)
    : Exception($"There is no kernel named \"{command.TargetKernelName}\" for {command.GetType().Name}. The magic #!lsmagic lists the kernels.");
