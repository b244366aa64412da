using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>The last event of a command.</summary>
public abstract class KernelCommandCompletionEvent : KernelEvent
{
    private protected KernelCommandCompletionEvent(KernelCommand command, int? executionOrder)
        : base(command)
    {
        ExecutionOrder = executionOrder;
    }

    /// <summary>The number of the cell, where the command ran one.</summary>
    public int? ExecutionOrder { get; }
}
