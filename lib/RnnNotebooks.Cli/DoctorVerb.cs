using System.CommandLine;
using System.Runtime.InteropServices;

namespace RnnNotebooks.Cli;

/// <summary><c>rnn doctor</c>: what is installed, where, in which version, and what to do about what is not.</summary>
public static class DoctorVerb
{
    /// <summary>One thing that the project needs.</summary>
    /// <param name="Name">Its usual name.</param>
    /// <param name="Found">Where it is and which version, or null.</param>
    /// <param name="Remedy">What to do where it is absent.</param>
    /// <param name="Needed">False where only some verbs need it.</param>
    private sealed record Finding(string Name, string? Found, string Remedy, bool Needed);

    /// <summary>The verb; it has no options.</summary>
    public static Command Create()
    {
        var verb = new Command("doctor", "Say what is installed, where, in which version, and what to do about what is not.");
        verb.SetAction(_ => Report(Examine()));
        return verb;
    }

    private static int Report(IReadOnlyList<Finding> findings)
    {
        foreach (var f in findings)
        {
            var mark = f.Found is not null ? "ok     " : f.Needed ? "MISSING" : "absent ";
            Console.WriteLine($"{mark}  {f.Name,-12} {f.Found ?? f.Remedy}");
        }

        return findings.Any(f => f.Found is null && f.Needed) ? ExitCodes.Missing : ExitCodes.Success;
    }

    private static List<Finding> Examine()
    {
        var nuget = File.Exists(Path.Combine(Repository.Artifacts, "use-nuget-packages"));
        var lesson = Path.Combine(Repository.Artifacts, "lesson");
        return
        [
            new("packages", nuget ? "the real TorchSharp and Plotly.NET, from the package registry" : "lib/packages over the system's libtorch", "", true),
            new(".NET", Runtime(), "install the .NET 10 SDK, see https://dot.net/download", true),
            new("libtorch", nuget ? SharedLibrary(lesson, "libtorch_cpu.so") ?? "comes with TorchSharp" : SystemLibrary("libtorch_cpu.so"), "run ./rnn setup (Debian package libtorch-dev), or ./rnn setup --nuget", true),
            new("shim", nuget ? "not needed with the real TorchSharp" : Existing(Path.Combine(Repository.Artifacts, "lesson", "librnntorch.so")), "run ./rnn setup; it builds the native shim", true),
            new("BLAS", nuget ? "comes with TorchSharp" : Blas(), "run ./rnn setup (Debian package libopenblas0-pthread); matrix products are twice as slow without it", false),
            new("library", Existing(Path.Combine(lesson, "RnnNotebooks.dll")), "run ./rnn setup; it publishes the teaching library", true),
            new("libzmq", SystemLibrary("libzmq.so"), "run ./rnn setup (Debian package libzmq5); only Jupyter needs it", false),
            new("Jupyter", Jupyter(), "run ./rnn lab; it installs Jupyter (Debian package jupyter-notebook)", false),
            new("Chromium", Processes.Ask("chromium", "--version"), "run ./rnn test; it installs Chromium for the browser tests", false),
            new("device", Device(nuget), "", true),
        ];
    }

    private static string Runtime() => $"{RuntimeInformation.FrameworkDescription}, SDK {Processes.Ask("dotnet", "--version") ?? "absent"}, {RuntimeInformation.RuntimeIdentifier}";

    private static string? Existing(string file) => File.Exists(file) ? Path.GetRelativePath(Repository.Root, file) : null;

    private static string? SharedLibrary(string folder, string name) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, name + "*", SearchOption.AllDirectories).FirstOrDefault() : null;

    // ldconfig lives in /sbin, which an ordinary user's PATH lacks on Debian.
    private static string? SystemLibrary(string name)
    {
        var cache = Processes.Ask("/sbin/ldconfig", "-p");
        var line = cache?.Split('\n').FirstOrDefault(l => l.TrimStart().StartsWith(name, StringComparison.Ordinal));
        var path = line?[(line.LastIndexOf("=> ", StringComparison.Ordinal) + 3)..].Trim();
        return path is null ? null : new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
    }

    // libtorch links to libblas.so.3, an alternative of Debian's: the name of its target is the name of the BLAS in use.
    private static string? Blas()
    {
        var path = SystemLibrary("libblas.so.3");
        return path is not null && path.Contains("openblas", StringComparison.OrdinalIgnoreCase) ? path : null;
    }

    private static string? Jupyter() =>
        Processes.Ask("jupyter-lab", "--version") is { } lab ? $"JupyterLab {lab}"
        : Processes.Ask("jupyter-notebook", "--version") is { } notebook ? $"Jupyter Notebook {notebook}"
        : null;

    private static string Device(bool nuget)
    {
        var gpu = Processes.Ask("nvidia-smi", "--query-gpu=name,driver_version", "--format=csv,noheader");
        return gpu is null ? $"CPU, {Environment.ProcessorCount} cores"
            : nuget ? $"CUDA: {gpu}"
            : $"CPU, {Environment.ProcessorCount} cores; there is a GPU ({gpu}): ./rnn setup --nuget takes the packages that use it";
    }
}
