using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RnnNotebooks.Documents;

namespace RnnNotebooks.Cli.Docs;

/// <summary>The folder that Sphinx builds from: our pages, the lessons made harmless, the library's API, figures, downloads and scripts.</summary>
public sealed partial class SiteSource(string folder)
{
    private readonly HashSet<string> known = [];

    /// <summary>The folder itself.</summary>
    public string Folder { get; } = folder;

    /// <summary>Writes everything anew.</summary>
    /// <param name="lessons">The executed lessons, in order.</param>
    /// <param name="twins">The folder with the lessons' .dib twins, or null.</param>
    /// <param name="forTeachers">True for a site that says it holds the solutions.</param>
    public void Write(IReadOnlyList<string> lessons, string? twins, bool forTeachers)
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        CopyFolder(Path.Combine(Repository.Root, "docs"), Folder);
        CopyFolder(Path.Combine(Repository.Root, "images"), Path.Combine(Folder, "figures"));
        CopyPlotly();
        CopyMathJax();
        var api = ApiPages.Load(Path.Combine(Repository.Artifacts, "lesson"), lessons.Select(l => Path.GetFileNameWithoutExtension(l)).ToHashSet());
        api.Write(Path.Combine(Folder, "api"));
        var pages = lessons.Select(LessonPage.Load).ToList();
        known.UnionWith(pages.Select(p => p.Name));
        WriteLessons(pages, lessons, twins, api);
        WriteExercises(pages);
        WriteTutorials();
        File.WriteAllText(Path.Combine(Folder, "site.json"), JsonSerializer.Serialize(new Dictionary<string, object> { ["version"] = Version(), ["teacher"] = forTeachers }));
    }

    private static string Version() => typeof(SiteSource).Assembly.GetName().Version?.ToString(3) ?? "";

    private void WriteLessons(List<LessonPage> pages, IReadOnlyList<string> files, string? twins, ApiPages api)
    {
        var to = Directory.CreateDirectory(Path.Combine(Folder, "lessons")).FullName;
        var downloads = Directory.CreateDirectory(Path.Combine(Folder, "downloads")).FullName;
        StringBuilder tree = new(".. toctree::\n   :hidden:\n\n"), list = new();
        foreach (var (number, (page, file)) in pages.Zip(files).Index())
        {
            page.Write(Path.Combine(to, page.Name + ".ipynb"), api.LinksFrom(page.Name));
            File.Copy(file, Path.Combine(downloads, page.Name + ".ipynb"));
            var twin = Path.Combine(twins ?? "", page.Name + ".dib");
            var offered = Path.Combine(downloads, page.Name + ".dib");
            if (twins is not null && File.Exists(twin))
            {
                File.Copy(twin, offered);
            }
            else
            {
                // The teacher's sources have no twins of their own.
                NotebookErrors.Explain(() =>
                {
                    NotebookConversion.Convert(file, offered);
                    return offered;
                });
            }

            var title = $"{number + 1}. {MarkdownText.Plain(page.Title)}";
            tree.Append($"   {title} <{page.Name}>\n");
            list.Append($":doc:`{title} </lessons/{page.Name}>`\n   {MarkdownText.ToRst(page.Summary)}\n\n");
        }

        // The list stands on the start page as well.
        File.WriteAllText(Path.Combine(to, "list.txt"), list.ToString());
        File.WriteAllText(Path.Combine(to, "index.rst"), $"Lessons\n=======\n\nEach lesson runs from top to bottom in a fresh kernel and gives the same numbers every time.\n\n{list}{tree}");
    }

    private void WriteExercises(List<LessonPage> pages)
    {
        var text = new StringBuilder("Exercises\n=========\n\nEvery exercise has an instant check or, where the answer is prose, a rubric. An exercise left empty says so and stops nothing; a wrong one brings one hint more than the last time.\n\n");
        foreach (var page in pages)
        {
            var title = MarkdownText.Plain(page.Title);
            text.Append($"{title}\n{new string('-', title.Length)}\n\n");
            foreach (var (heading, asked) in page.Exercises)
            {
                // The heading's address is its text with hyphens for blanks.
                var place = Uri.EscapeDataString(heading.Replace("$", "", StringComparison.Ordinal).Replace('`', ' ').Replace("*", "", StringComparison.Ordinal).Trim().Replace(' ', '-'));
                text.Append($"`{MarkdownText.Plain(heading)} <lessons/{page.Name}.html#{place}>`__\n   {MarkdownText.ToRst(asked)}\n\n");
            }
        }

        File.WriteAllText(Path.Combine(Folder, "exercises.rst"), text.ToString());
    }

    // The map from the tutorials to the lessons is kept in notebooks/README.md. As a notebook of one text cell it is rendered like
    // the lessons, formulas and links to them included.
    private void WriteTutorials()
    {
        var map = Path.Combine(Repository.Notebooks, "README.md");
        if (!File.Exists(map))
        {
            throw new UserException(ExitCodes.NotFound, "notebooks/README.md, which maps the tutorials to the lessons, is missing.");
        }

        const string heading = "## From the tutorials to the lessons";
        var text = File.ReadAllText(map);
        var start = text.IndexOf(heading, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new UserException(ExitCodes.BadInput, $"notebooks/README.md has no section \"{heading[3..]}\".");
        }

        var promoted = Heading().Replace(text[start..], "#");
        var cell = new { cell_type = "markdown", id = "map", metadata = new { }, source = LessonLink().Replace(promoted, m => known.Contains(m.Groups["name"].Value) ? $"](lessons/{m.Groups["name"].Value}.ipynb" : "](lessons/index.rst") };
        File.WriteAllText(Path.Combine(Folder, "tutorials.ipynb"), JsonSerializer.Serialize(new { cells = new[] { cell }, metadata = new { nbsphinx = new { orphan = false } }, nbformat = 4, nbformat_minor = 5 }));
    }

    [GeneratedRegex("^##", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<name>\d\d-[a-z0-9-]+)\.ipynb")]
    private static partial Regex LessonLink();

    private void CopyPlotly()
    {
        var plotly = Path.Combine(Repository.Root, "lib", "packages", "Plotly.NET", "npm", "node_modules", "plotly.js-dist-min", "plotly.min.js");
        if (!File.Exists(plotly))
        {
            throw new UserException(ExitCodes.Missing, "plotly.js is not installed; ./rnn setup fetches it.");
        }

        File.Copy(plotly, Path.Combine(Folder, "_static", "plotly.min.js"));
    }

    // Only what TeX input with SVG output loads: a fifth of the package.
    private void CopyMathJax()
    {
        const string package = "/usr/share/javascript/mathjax";
        if (!Directory.Exists(package))
        {
            throw new UserException(ExitCodes.Missing, "MathJax is not installed; ./rnn docs installs it (Debian package libjs-mathjax).");
        }

        var to = Path.Combine(Folder, "_static", "mathjax");
        foreach (var part in new[] { "extensions", "jax/element", "jax/input/TeX", "jax/output/SVG", "localization/en" })
        {
            CopyFolder(Path.Combine(package, part), Path.Combine(to, part));
        }

        Directory.CreateDirectory(Path.Combine(to, "config"));
        File.Copy(Path.Combine(package, "MathJax.js"), Path.Combine(to, "MathJax.js"));
        File.Copy(Path.Combine(package, "config", "TeX-AMS_SVG-full.js"), Path.Combine(to, "config", "TeX-AMS_SVG-full.js"));
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
