using System.Security.Cryptography;
using System.Text;

namespace RnnNotebooks.Engine;

/// <summary>
/// Copies the folder of a referenced dll, so that it can be rebuilt while a notebook uses it. A copy is named for what it holds
/// and kept for the next kernel; files too large to copy are linked.
/// </summary>
internal static class ShadowCopies
{
    private const long LargestCopy = 64L * 1024 * 1024;
    private static readonly TimeSpan s_keep = TimeSpan.FromDays(7);
    private static readonly string[] s_left = [".pdb", ".html", ".ipynb", ".dib"];

    public static string Root { get; } = Path.Combine(CacheFolder(), "shadow");

    /// <summary>The copy of a dll, with everything that lies beside it.</summary>
    public static string For(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var files = Files(folder);
        string name = Hash(folder)[..12];
        string copy = Path.Combine(Root, name, Hash(string.Join('\n', files.Select(Stamp)))[..16]);
        if (!Directory.Exists(copy))
        {
            Copy(folder, files, copy);
            Clean(Path.Combine(Root, name), copy);
        }

        return Path.Combine(copy, Path.GetFileName(path));
    }

    /// <summary>Where the engine keeps what it can make again.</summary>
    public static string CacheFolder() =>
        Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
                : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "rnn-notebooks");

    // The dll's own folder, and the native libraries that packages keep under runtimes/.
    private static FileInfo[] Files(string folder)
    {
        var own = new DirectoryInfo(folder).EnumerateFiles().Where(file => !s_left.Contains(file.Extension));
        var runtimes = new DirectoryInfo(Path.Combine(folder, "runtimes"));
        return [.. own.Concat(runtimes.Exists ? runtimes.EnumerateFiles("*", SearchOption.AllDirectories) : []).OrderBy(file => file.FullName, StringComparer.Ordinal)];
    }

    private static string Stamp(FileInfo file) => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Copy(string folder, FileInfo[] files, string copy)
    {
        string unfinished = $"{copy}.{Guid.NewGuid():N}";
        foreach (var file in files)
        {
            string target = Path.Combine(unfinished, Path.GetRelativePath(folder, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (file.Length > LargestCopy)
            {
                File.CreateSymbolicLink(target, file.FullName);
            }
            else
            {
                file.CopyTo(target);
            }
        }

        try
        {
            Directory.Move(unfinished, copy);
        }
        catch (IOException) when (Directory.Exists(copy))
        {
            Directory.Delete(unfinished, recursive: true); // another kernel made the same copy meanwhile
        }
    }

    private static void Clean(string versions, string newest)
    {
        foreach (var old in new DirectoryInfo(versions).EnumerateDirectories())
        {
            if (old.FullName != newest && old.LastWriteTimeUtc < DateTime.UtcNow - s_keep)
            {
                old.Delete(recursive: true);
            }
        }
    }
}
