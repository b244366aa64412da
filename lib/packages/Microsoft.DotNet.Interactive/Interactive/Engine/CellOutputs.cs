using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>What a cell can do to its own outputs beside adding to them.</summary>
public static class CellOutputs
{
    /// <summary>Removes the outputs of the running cell; outside a cell it does nothing.</summary>
    /// <param name="wait">At the next output instead of at once, so that the page does not flicker.</param>
    public static void Clear(bool wait = false)
    {
        if (KernelInvocationContext.Current is { } context)
        {
            context.Publish(new OutputCleared(wait, context.Command));
        }
    }
}
