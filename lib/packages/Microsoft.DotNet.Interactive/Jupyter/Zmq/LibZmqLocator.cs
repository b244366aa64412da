using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace RnnNotebooks.Jupyter.Zmq;

/// <summary>Finds libzmq: in the system, or in the pyzmq that Jupyter brings.</summary>
internal static class LibZmqLocator
{
    internal const string LibraryName = "libzmq";

    /// <summary>Names a library file outright; for machines where none of the usual places fits.</summary>
    internal const string PathVariable = "RNN_LIBZMQ";

    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == LibraryName ? Load() : 0;

    private static nint Load()
    {
        var looked = new List<string>();
        foreach (var candidate in Candidates())
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                return handle;
            }

            looked.Add(candidate);
        }

        throw new ZmqException(Missing(looked));
    }

    internal static string Missing(IEnumerable<string> looked)
    {
        var remedy = OperatingSystem.IsLinux() ? "install libzmq5 (apt install libzmq5)"
            : OperatingSystem.IsMacOS() ? "run brew install zeromq"
            : "install pyzmq (pip install pyzmq) into the Python that runs Jupyter";
        return $"libzmq was not found (looked for {string.Join(", ", looked)}, and in the pyzmq of python3 and python): "
            + $"{remedy}, or set {PathVariable} to the library's file.";
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } chosen)
        {
            yield return chosen;
        }

        foreach (var name in SystemNames())
        {
            yield return name;
        }

        foreach (var python in new[] { "python3", "python" })
        {
            foreach (var bundled in BundledWith(python))
            {
                yield return bundled;
            }
        }
    }

    private static string[] SystemNames() =>
        OperatingSystem.IsWindows() ? ["libzmq.dll", "zmq.dll"]
        : OperatingSystem.IsMacOS() ? ["libzmq.5.dylib", "/opt/homebrew/lib/libzmq.5.dylib", "/usr/local/lib/libzmq.5.dylib"]
        : ["libzmq.so.5", "libzmq.so"];

    /// <summary>pyzmq's wheels keep libzmq beside the package; conda keeps it in its prefix.</summary>
    private static IEnumerable<string> BundledWith(string python)
    {
        if (Ask(python, "import sys, zmq; print(list(zmq.__path__)[0]); print(sys.prefix)") is not [var package, var prefix, ..])
        {
            yield break;
        }

        string[] folders =
        [
            Path.Combine(package, "..", "pyzmq.libs"),
            Path.Combine(package, ".dylibs"),
            package,
            Path.Combine(prefix, "lib"),
            Path.Combine(prefix, "Library", "bin"),
        ];
        foreach (var folder in folders.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*libzmq*").Order(StringComparer.Ordinal))
            {
                if (file.Contains(".so", StringComparison.Ordinal) || file.EndsWith(".dylib", StringComparison.Ordinal)
                    || file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                {
                    yield return Path.GetFullPath(file);
                }
            }
        }
    }

    private static string[] Ask(string python, string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", program])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            return process is null ? [] : process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No such Python: the next candidate may do, and the final message names them all.
            return [];
        }
    }
}
