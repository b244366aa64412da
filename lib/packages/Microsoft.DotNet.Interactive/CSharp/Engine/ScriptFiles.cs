using Microsoft.CodeAnalysis;

namespace RnnNotebooks.Engine;

/// <summary>Finds files that code names: relative to the file that names them, or in a cell to the notebook's folder.</summary>
internal sealed class ScriptFiles : SourceReferenceResolver
{
    public static ScriptFiles Resolver { get; } = new();

    public static string? Find(string path, string? baseFilePath)
    {
        string folder = Path.IsPathRooted(baseFilePath) ? Path.GetDirectoryName(baseFilePath)! : Directory.GetCurrentDirectory();
        string full = Path.GetFullPath(Path.Combine(folder, path));
        return File.Exists(full) ? full : null;
    }

    public override string? NormalizePath(string path, string? baseFilePath) => Find(path, baseFilePath);

    public override string? ResolveReference(string path, string? baseFilePath) => Find(path, baseFilePath);

    public override Stream OpenRead(string resolvedPath) => File.OpenRead(resolvedPath);

    public override bool Equals(object? other) => other is ScriptFiles;

    public override int GetHashCode() => 1;
}
