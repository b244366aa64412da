using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace RnnNotebooks.Engine;

/// <summary>The outputs of the cell so far should vanish.</summary>
/// <param name="wait">At the next output instead of at once, so that the page does not flicker.</param>
/// <param name="command">The cell.</param>
public sealed class OutputCleared(bool wait, KernelCommand command) : KernelEvent(command)
{
    /// <summary>Whether the outputs stay until there is a new one.</summary>
    public bool Wait { get; } = wait;
}
