using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>
/// What an interrupt does: a cell that holds the stop token gets a moment to end by itself; the loops and awaits of any other, or of
/// one that does not end, stop at their next round; a cell that is in neither is aborted; one that cannot be aborted because it is
/// inside a blocking call is said to be so.
/// </summary>
internal static class Interruption
{
    /// <summary>How long a cell that knows of the stop token may take to end by itself.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.5);

    /// <summary>How long a loop may take to come round; then the thread is aborted.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(0.3);

    /// <summary>How long after an abort we say why the cell still runs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // On a thread of its own: a cell whose parallel loops take every thread of the pool is stopped no later than another.
    public static IDisposable Watch(CellRun run, KernelInvocationContext context) =>
        context.StopToken.UnsafeRegister(_ => Begin("Interruption", () => Stop(run, context)), null);

    private static void Stop(CellRun run, KernelInvocationContext context)
    {
        if (context.TokenWasRead && run.Ended.Wait(Grace))
        {
            return;
        }

        using var stopping = LoopGuard.Stop(context);
        run.Stop();
        if (run.Ended.Wait(Round))
        {
            return;
        }

        // Aborting blocks until the thread has stopped, so it must not be waited for here.
        var abort = Begin("Abort", run.Abort);
        if (!run.Ended.Wait(Patience))
        {
            context.Output.Write(
                "The cell is inside a call that cannot be stopped (sleeping, waiting or native code). It will be stopped as soon as that call returns; "
                + "to end it now, restart the kernel.\n",
                isError: true);
            context.Output.Flush();
        }

        abort.Join();
    }

    private static Thread Begin(string name, Action action)
    {
        var thread = new Thread(() => action()) { IsBackground = true, Name = name };
        thread.UnsafeStart();
        return thread;
    }
}
