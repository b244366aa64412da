using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>The command did what it was asked to.</summary>
public class CommandSucceeded(KernelCommand command, int executionOrder = 0)
    : KernelCommandCompletionEvent(command, executionOrder);
