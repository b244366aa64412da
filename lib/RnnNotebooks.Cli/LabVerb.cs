using System.CommandLine;
using System.Diagnostics;

namespace RnnNotebooks.Cli;

/// <summary><c>rnn lab</c>: Jupyter on the lessons, with this kernel.</summary>
public static class LabVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var notebook = new Argument<string?>("notebook") { Description = "The notebook to open (default: the list of lessons).", Arity = ArgumentArity.ZeroOrOne };
        var port = new Option<int?>("--port") { Description = "The port to listen on (default: 8888, or the next free one)." };
        var quiet = new Option<bool>("--no-browser") { Description = "Only print the address." };
        var verb = new Command("lab", "Open the lessons in Jupyter.") { notebook, port, quiet };
        verb.SetAction((parsed, stopping) =>
            RunAsync(parsed.GetValue(notebook), parsed.GetValue(port), parsed.GetValue(quiet), stopping));
        return verb;
    }

    private static async Task<int> RunAsync(string? notebook, int? port, bool quiet, CancellationToken stopping)
    {
        var file = notebook is null ? null : Find(notebook);
        var jupyter = Front() ?? throw new UserException(
            ExitCodes.Missing, "neither JupyterLab nor Jupyter Notebook is installed; ./rnn setup --for lab installs one.");

        // A folder of its own below artifacts/: the reader's home stays as it is.
        var data = Path.Combine(Repository.Artifacts, "jupyter");
        var (_, name) = KernelVerb.Install(null, Path.Combine(data, "kernels"));
        var start = new ProcessStartInfo(jupyter) { UseShellExecute = false };
        foreach (var argument in Arguments(file, port, quiet || !HasBrowser(), name))
        {
            start.ArgumentList.Add(argument);
        }

        var path = Environment.GetEnvironmentVariable("JUPYTER_PATH");
        start.Environment["JUPYTER_PATH"] = string.IsNullOrEmpty(path) ? data : data + Path.PathSeparator + path;
        start.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1";
        await TrustAsync(jupyter, stopping);
        using var server = Process.Start(start)
            ?? throw new UserException(ExitCodes.Missing, $"{jupyter} could not be started.");
        Console.WriteLine("Jupyter prints its address below; Ctrl-C ends it.");
        try
        {
            await server.WaitForExitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(server);
            return ExitCodes.Success;
        }

        return server.ExitCode == 0
            ? ExitCodes.Success
            : throw new UserException(ExitCodes.Failed, $"{Path.GetFileName(jupyter)} ended with status {server.ExitCode}; its messages are above.");
    }

    /// <summary>
    /// What signs notebooks, or null where this Jupyter has nothing for it. Jupyter shows saved figures and moving charts only in notebooks that it
    /// trusts: those that it has run itself, and those that were signed. The lessons come with the course.
    /// </summary>
    /// <param name="jupyter">The program that serves; its Python signs where there is no jupyter-trust.</param>
    /// <param name="notebooks">The notebooks to trust.</param>
    public static ProcessStartInfo? Trust(string jupyter, IEnumerable<string> notebooks)
    {
        ProcessStartInfo start;
        if (OnPath("jupyter-trust") is { } signer)
        {
            start = new ProcessStartInfo(signer);
        }
        else if (File.ReadLines(jupyter).FirstOrDefault() is ['#', '!', '/', ..] script && !script.Contains(' ', StringComparison.Ordinal))
        {
            start = new ProcessStartInfo(script[2..], ["-m", "nbformat.sign"]);
        }
        else
        {
            return null;
        }

        foreach (var notebook in notebooks)
        {
            start.ArgumentList.Add(notebook);
        }

        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        return start;
    }

    private static async Task TrustAsync(string jupyter, CancellationToken stopping)
    {
        string[] lessons = Directory.Exists(Repository.Notebooks) ? Directory.GetFiles(Repository.Notebooks, "*.ipynb") : [];
        if (lessons.Length == 0 || Trust(jupyter, lessons) is not { } start)
        {
            return;
        }

        // Whether or not it succeeds, Jupyter opens; a lesson that is run shows its figures in any case.
        using var signing = Process.Start(start);
        if (signing is not null)
        {
            await Task.WhenAll(signing.StandardOutput.ReadToEndAsync(stopping), signing.StandardError.ReadToEndAsync(stopping), signing.WaitForExitAsync(stopping));
        }
    }

    private static string Find(string notebook)
    {
        foreach (var candidate in new[] { Path.GetFullPath(notebook), Path.Combine(Repository.Notebooks, notebook), Path.Combine(Repository.Notebooks, notebook + ".ipynb") })
        {
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new UserException(ExitCodes.NotFound, $"there is no notebook {notebook}, neither here nor in {Repository.Notebooks}.");
    }

    private static string? Front() => OnPath("jupyter-lab") ?? OnPath("jupyter-notebook");

    private static string? OnPath(string program)
    {
        var names = OperatingSystem.IsWindows() ? new[] { program + ".exe" } : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> Arguments(string? file, int? port, bool quiet, string kernel)
    {
        // A notebook outside the lessons is served from its own folder.
        var lessons = Directory.Exists(Repository.Notebooks) ? Repository.Notebooks : Repository.Root;
        var inside = file is null || file.StartsWith(lessons + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        yield return "--notebook-dir=" + (inside ? lessons : Path.GetDirectoryName(file));
        if (file is not null)
        {
            yield return file;
        }

        yield return $"--MultiKernelManager.default_kernel_name={kernel}";
        // One Ctrl-C ends it: Jupyter's question whether to would have nobody to answer it, as this command ends on the same key.
        yield return "-y";
        if (port is { } chosen)
        {
            yield return $"--port={chosen}";
        }

        if (quiet)
        {
            yield return "--no-browser";
        }

        if (OperatingSystem.IsLinux() && Environment.UserName == "root")
        {
            yield return "--allow-root";
        }
    }

    private static bool HasBrowser() =>
        !OperatingSystem.IsLinux()
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("BROWSER"));

    /// <summary>Jupyter ends its kernels and itself on SIGTERM; what does not end is ended.</summary>
    private static async Task EndAsync(Process server)
    {
        if (!OperatingSystem.IsWindows() && !server.HasExited)
        {
            using var signal = Process.Start("kill", ["-TERM", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await signal.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await server.WaitForExitAsync(patience.Token);
                return;
            }
            catch (OperationCanceledException)
            {
                Console.WriteLine("Jupyter did not end within ten seconds: ending it and its kernels.");
            }
        }

        server.Kill(entireProcessTree: true);
    }
}
