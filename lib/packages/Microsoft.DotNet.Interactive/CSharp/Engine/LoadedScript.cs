using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>
/// A script that a cell names with <c>#load</c>. It runs before the cell as if it were a cell of its own, so that its using
/// directives hold for the notebook: the compiler's own <c>#load</c> keeps them to the file.
/// </summary>
internal sealed record LoadedScript(string Path, string Code, IReadOnlyList<PackageReference> Packages, IReadOnlyList<string> Sources)
{
    /// <summary>The code without its <c>#load</c> lines, and the scripts they name, those that others load first.</summary>
    public static (string Code, IReadOnlyList<LoadedScript> Files) TakeFrom(string code, string path)
    {
        var files = new List<LoadedScript>();
        return (Take(code, path, files, []), files);
    }

    private static string Take(string code, string path, List<LoadedScript> files, HashSet<string> open)
    {
        if (!code.Contains("#load", StringComparison.Ordinal))
        {
            return code;
        }

        var rest = code.ToCharArray();
        foreach (var directive in ScriptSession.Parse(code, path).GetCompilationUnitRoot().GetLoadDirectives())
        {
            if (ScriptFiles.Find(directive.File.ValueText, path) is not { } found)
            {
                continue; // the compiler says that it is missing, with its place
            }

            if (!open.Add(found))
            {
                throw new MagicException($"#load: {System.IO.Path.GetFileName(found)} loads itself.");
            }

            Add(found, files, open);
            open.Remove(found);
            Array.Fill(rest, ' ', directive.SpanStart, directive.Span.Length);
        }

        return new string(rest);
    }

    private static void Add(string path, List<LoadedScript> files, HashSet<string> open)
    {
        var packages = new List<PackageReference>();
        var sources = new List<string>();
        string[] lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (Magics.PackageMagicFor(line) is null)
            {
                continue;
            }

            string text = string.Join(' ', MagicLine.Parse(line).Arguments);
            if (line.StartsWith("#i", StringComparison.Ordinal))
            {
                sources.Add(text.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? text["nuget:".Length..].Trim() : text);
            }
            else if (PackageReference.TryParse(text, out var package))
            {
                packages.Add(package);
            }

            lines[i] = "";
        }

        string code = Take(string.Join('\n', lines), path, files, open);
        files.Add(new LoadedScript(path, code, packages, sources));
    }
}
