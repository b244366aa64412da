namespace RnnNotebooks.Engine;

/// <summary>
/// Wakes the compiler on a thread of its own: most of the time to a kernel's first result is the runtime loading the compiler's
/// types. Begun at the process's first line it has a core to itself, while another opens sockets and makes the engine; and with
/// few references it is at a cell's last stages, writing and loading code, before the first cell has read its many.
/// </summary>
internal static class Rehearsal
{
    private static int s_begun;

    /// <summary>Begins, once for a process.</summary>
    public static void Begin()
    {
        if (Interlocked.Exchange(ref s_begun, 1) == 0)
        {
            new Thread(Run) { IsBackground = true, Name = "Rehearsal" }.Start();
        }
    }

    private static void Run()
    {
        try
        {
            var session = new ScriptSession(ReferenceSet.Few);
            var cell = session.Compile("int one = 1; one + 1", "rehearsal", CancellationToken.None);
            Displays.Bundle(cell.Entry?.Invoke(new object?[4]).GetAwaiter().GetResult());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // It costs the first cell its time and nothing else; what is wrong here that cell will meet, and say to its reader.
        }
    }
}
