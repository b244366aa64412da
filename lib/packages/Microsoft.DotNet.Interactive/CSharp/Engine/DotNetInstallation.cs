using System.Runtime.InteropServices;

namespace RnnNotebooks.Engine;

/// <summary>
/// The .NET that is installed here: its reference assemblies are what cells compile against, and its <c>dotnet</c> restores
/// packages. This process may run on a runtime of its own, published with it.
/// </summary>
public static class DotNetInstallation
{
    private static readonly string s_program = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
    private static readonly Lazy<string?> s_root = new(() => Candidates().FirstOrDefault(folder => ReferencesIn(folder) is not null));

    /// <summary>The folder that holds <c>packs/</c> and <c>shared/</c>, or null where no SDK of this version is installed.</summary>
    public static string? Root => s_root.Value;

    /// <summary>The program <c>dotnet</c>, by its path where the installation is known.</summary>
    public static string Program => Root is { } root && File.Exists(Path.Combine(root, s_program)) ? Path.Combine(root, s_program) : s_program;

    /// <summary>The framework's reference assemblies, or null without an SDK.</summary>
    public static string? References => Root is { } root ? ReferencesIn(root) : null;

    /// <summary>The framework's own assemblies: the installed ones, else those that run here.</summary>
    public static string Framework =>
        (Root is { } root ? Newest(Path.Combine(root, "shared", "Microsoft.NETCore.App"), "") : null) ?? RuntimeEnvironment.GetRuntimeDirectory();

    private static string? ReferencesIn(string root) =>
        Newest(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"), Path.Combine("ref", $"net{Environment.Version.Major}.{Environment.Version.Minor}"));

    /// <summary>A folder of the newest release of this runtime's version.</summary>
    private static string? Newest(string folder, string inside) =>
        Directory.Exists(folder)
            ? Directory.GetDirectories(folder, $"{Environment.Version.Major}.{Environment.Version.Minor}.*")
                .Where(release => Version.TryParse(Path.GetFileName(release), out _))
                .OrderByDescending(release => Version.Parse(Path.GetFileName(release)))
                .Select(release => Path.Combine(release, inside))
                .FirstOrDefault(Directory.Exists)
            : null;

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } chosen)
        {
            yield return chosen;
        }

        // ROOT/shared/Microsoft.NETCore.App/10.0.x, unless the runtime is this program's own.
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            string program = Path.Combine(folder, s_program);
            if (File.Exists(program))
            {
                yield return Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)!;
            }
        }

        yield return "/usr/share/dotnet";
        yield return "/usr/lib/dotnet";
        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet");
    }
}
