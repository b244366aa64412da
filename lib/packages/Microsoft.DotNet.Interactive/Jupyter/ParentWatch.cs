using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RnnNotebooks.Jupyter;

/// <summary>Ends the kernel when the program that started it dies, so that none is left behind (JPY_PARENT_PID).</summary>
internal static partial class ParentWatch
{
    private const string Variable = "JPY_PARENT_PID";
    private const int NoSuchProcess = 3;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Watches from a thread of its own; <paramref name="died"/> is called at most once.</summary>
    internal static void Start(Action died)
    {
        if (!long.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var parent) || parent <= 0)
        {
            return;
        }

        ThreadStart watch = OperatingSystem.IsWindows()
            ? () => WaitForHandle((nint)parent, died)
            : () => WaitForProcess((int)parent, died);
        new Thread(watch) { IsBackground = true, Name = "Jupyter parent watch" }.Start();
    }

    /// <summary>On Windows the variable holds an inherited handle of the process.</summary>
    private static void WaitForHandle(nint handle, Action died)
    {
        using var process = new EventWaitHandle(false, EventResetMode.ManualReset)
        {
            SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false),
        };
        process.WaitOne();
        died();
    }

    /// <summary>Elsewhere a process id: the kernel's parent, or that of a script between the two.</summary>
    /// <remarks>No system tells a process of the death of one that is not its child in a way that all of them have, so it asks.</remarks>
    private static void WaitForProcess(int parent, Action died)
    {
        var isOurs = getppid() == parent;
        while (isOurs ? getppid() == parent : Exists(parent))
        {
            Thread.Sleep(Interval);
        }

        died();
    }

    private static bool Exists(int process) => kill(process, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess;

    [LibraryImport("libc")]
    private static partial int getppid();

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int process, int signal);
}
