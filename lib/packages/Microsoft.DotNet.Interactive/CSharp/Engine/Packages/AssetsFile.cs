using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>Reads what a restore found: <c>obj/project.assets.json</c>.</summary>
internal static class AssetsFile
{
    /// <summary>Whether the file is there, and the packages that it names as well.</summary>
    public static bool IsUsable(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            return Read(path).All(package => Directory.Exists(package.PackageRoot) && package.AssemblyPaths.All(File.Exists));
        }
        catch (Exception exception) when (exception is JsonException or MagicException or KeyNotFoundException)
        {
            return false; // a restore that was ended while it wrote: it is done again
        }
    }

    public static IReadOnlyList<ResolvedPackageReference> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var libraries = root.GetProperty("libraries");
        var target = root.GetProperty("targets").EnumerateObject().First().Value;
        return [.. target.EnumerateObject()
            .Where(entry => entry.Value.GetProperty("type").GetString() == "package")
            .Select(entry => Package(entry, libraries.GetProperty(entry.Name).GetProperty("path").GetString()!, folders))];
    }

    private static ResolvedPackageReference Package(JsonProperty entry, string relative, string[] folders)
    {
        string root = folders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(Directory.Exists)
            ?? throw new MagicException($"The package {entry.Name} is not where the restore put it.");
        string[] name = entry.Name.Split('/');
        var assets = Files(entry.Value, "runtime").Concat(Own(entry.Value, "runtime"));
        string[] native = [.. Own(entry.Value, "native").Concat(Files(entry.Value, "native")).Select(file => Path.GetDirectoryName(Path.Combine(root, file))!).Distinct()];
        string[] assemblies = [.. assets.Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Select(file => Path.Combine(root, file))];
        return new ResolvedPackageReference(name[0], name[1], assemblies, root, native);
    }

    private static IEnumerable<string> Files(JsonElement package, string group) =>
        package.TryGetProperty(group, out var files) ? files.EnumerateObject().Select(file => file.Name) : [];

    // Files for some systems only: those for this one.
    private static IEnumerable<string> Own(JsonElement package, string type) =>
        package.TryGetProperty("runtimeTargets", out var files)
            ? files.EnumerateObject()
                .Where(file => file.Value.GetProperty("assetType").GetString() == type && IsOwn(file.Value.GetProperty("rid").GetString()!))
                .Select(file => file.Name)
            : [];

    private static bool IsOwn(string rid)
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return rid == $"{system}-{architecture}" || rid == system || (rid == "unix" && system != "win") || rid == RuntimeInformation.RuntimeIdentifier;
    }
}
