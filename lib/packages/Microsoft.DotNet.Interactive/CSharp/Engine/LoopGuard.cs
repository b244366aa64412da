using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>
/// Called by cells' loops: a loop that is to stop ends here, between two of its rounds. To abort its thread would end it too, but
/// anywhere, also inside the framework with one of its locks taken: of loops that throw and catch, one abort in ten left a process
/// in which no exception could be made any more.
/// </summary>
public static class LoopGuard
{
    private static int s_stopping;

    /// <summary>Does nothing while no cell is being stopped.</summary>
    /// <exception cref="OperationCanceledException">The cell that this loop belongs to is being stopped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (s_stopping != 0) // the call below, which could change it, keeps it from being read but once
        {
            ThrowIfStopping();
        }
    }

    /// <summary>Ends the loops of this command's cells until what it returns is disposed.</summary>
    internal static IDisposable Stop(KernelInvocationContext context)
    {
        context.LoopsEnd = true;
        Interlocked.Increment(ref s_stopping);
        return new Stopping();
    }

    private static void ThrowIfStopping()
    {
        for (var context = KernelInvocationContext.Current; context is not null; context = context.Parent)
        {
            if (context.LoopsEnd)
            {
                throw new OperationCanceledException(context.StopToken);
            }
        }
    }

    private sealed class Stopping : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref s_stopping);
    }
}
