using System.Runtime.ExceptionServices;
using Microsoft.DotNet.Interactive;
using RnnNotebooks.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>
/// An exception that nobody catches on a thread of a cell's own would end the process and the notebook with it. It is shown in
/// that cell instead, and only the thread ends.
/// </summary>
internal static class BackgroundErrors
{
    private static int s_installed;

    public static void Install()
    {
        if (Interlocked.Exchange(ref s_installed, 1) == 0)
        {
            ExceptionHandling.SetUnhandledExceptionHandler(Show);
        }
    }

    private static bool Show(Exception exception)
    {
        if (KernelInvocationContext.Current is not { } context)
        {
            return false; // not a cell's: the host's own failure is the host's affair
        }

        context.Output.Write($"A thread of this cell ended with {TypeNames.Qualified(exception.GetType())}: {exception.Message}\n", isError: true);
        context.Output.Flush();
        return true;
    }
}
