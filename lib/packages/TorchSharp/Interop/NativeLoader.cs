using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Finds the shim beside the assembly, under runtimes/, or in the repository's artifacts/native.</summary>
internal static class NativeLoader
{
    private static readonly Lazy<IntPtr> Shim = new(Load);

#pragma warning disable CA2255 // a resolver must be in place before the first native call, wherever that is
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(
        typeof(NativeLoader).Assembly,
        static (name, _, _) => name == Native.Library ? Shim.Value : IntPtr.Zero);
#pragma warning restore CA2255

    private static IntPtr Load()
    {
        string? reason = null;
        var looked = new List<string>();
        foreach (string path in Candidates().Distinct())
        {
            looked.Add(path);
            if (!File.Exists(path)) continue;
            try
            {
                IntPtr library = NativeLibrary.Load(path);
                Defaults.Choose(library);
                return library;
            }
            catch (DllNotFoundException e)
            {
                reason = e.Message.Split('\n')[0];
            }
        }
        throw new DllNotFoundException(reason is null
            ? $"libtorch not found: looked for its shim in {string.Join(", ", looked)}; try ./rnn setup"
            : $"libtorch not found: the shim is there, but it does not load ({reason}); try ./rnn setup");
    }

    private static IEnumerable<string> Candidates()
    {
        string file = OperatingSystem.IsWindows() ? "rnntorch.dll" : OperatingSystem.IsMacOS() ? "librnntorch.dylib" : "librnntorch.so";
        string? beside = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location);
        foreach (string folder in new[] { beside, AppContext.BaseDirectory }.OfType<string>().Where(f => f.Length > 0))
        {
            yield return Path.Combine(folder, file);
            yield return Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", file);
            for (DirectoryInfo? up = new(folder); up is not null; up = up.Parent)
            {
                if (up.Name == "artifacts") yield return Path.Combine(up.FullName, "native", file);
            }
        }
    }
}
