namespace RnnNotebooks.Jupyter.Install;

/// <summary>The folders that Jupyter searches for kernels, in its order (<c>jupyter --paths</c>, data).</summary>
public static class JupyterPaths
{
    /// <summary>The user's own <c>kernels</c> folder, where <c>kernel install</c> puts a kernel without a prefix.</summary>
    public static string UserKernels => Path.Combine(UserData, "kernels");

    /// <summary>The <c>kernels</c> folder below an installation prefix.</summary>
    public static string KernelsUnder(string prefix) => Path.Combine(prefix, "share", "jupyter", "kernels");

    /// <summary>Every <c>kernels</c> folder that Jupyter would search here.</summary>
    public static IEnumerable<string> AllKernels()
    {
        var path = Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "";
        foreach (var folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return Path.Combine(folder, "kernels");
        }

        yield return UserKernels;
        foreach (var variable in new[] { "VIRTUAL_ENV", "CONDA_PREFIX" })
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } prefix)
            {
                yield return KernelsUnder(prefix);
            }
        }

        if (OperatingSystem.IsWindows())
        {
            yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter", "kernels");
        }
        else
        {
            yield return KernelsUnder("/usr/local");
            yield return KernelsUnder("/usr");
        }
    }

    /// <summary>Where connection files lie.</summary>
    public static string Runtime => Environment.GetEnvironmentVariable("JUPYTER_RUNTIME_DIR") is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(UserData, "runtime");

    private static string UserData
    {
        get
        {
            if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } chosen)
            {
                return chosen;
            }

            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
                : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
                : Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data ? Path.Combine(data, "jupyter")
                : Path.Combine(home, ".local", "share", "jupyter");
        }
    }
}
