using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>Something that happened because of a command.</summary>
public abstract class KernelEvent(KernelCommand command)
{
    public KernelCommand Command { get; } = command;

    public override string ToString() => GetType().Name;
}
