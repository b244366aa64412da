using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive;

/// <summary>A finished command and everything that happened because of it, in order.</summary>
public class KernelCommandResult
{
    private readonly List<KernelEvent> _events = [];

    internal KernelCommandResult(KernelCommand command) => Command = command;

    public KernelCommand Command { get; }

    public IReadOnlyList<KernelEvent> Events
    {
        get
        {
            lock (_events)
            {
                return _events.ToArray();
            }
        }
    }

    internal void Add(KernelEvent kernelEvent)
    {
        lock (_events)
        {
            _events.Add(kernelEvent);
        }
    }
}
