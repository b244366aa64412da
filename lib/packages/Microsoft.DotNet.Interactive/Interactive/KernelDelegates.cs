using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive;

/// <summary>Handles one command.</summary>
public delegate Task KernelCommandInvocation(KernelCommand command, KernelInvocationContext context);

/// <summary>Passes a command on to the next step.</summary>
public delegate Task KernelPipelineContinuation(KernelCommand command, KernelInvocationContext context);

/// <summary>A step that every command of a kernel goes through.</summary>
public delegate Task KernelCommandPipelineMiddleware(
    KernelCommand command,
    KernelInvocationContext context,
    KernelPipelineContinuation next);
