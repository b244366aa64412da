using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RnnNotebooks.Cli.Docs;

/// <summary>One executed lesson, made ready for the site: outputs harmless, charts as data for the site's own script.</summary>
public sealed partial class LessonPage
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly string file;
    private readonly JsonObject notebook;

    private LessonPage(string file, JsonObject notebook) => (this.file, this.notebook) = (file, notebook);

    /// <summary>The file's name without its ending, which names the page.</summary>
    public string Name => Path.GetFileNameWithoutExtension(file);

    /// <summary>The first heading, or the name.</summary>
    public string Title => Cells("markdown").SelectMany(c => Source(c).Split('\n')).FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? Name;

    /// <summary>The first paragraph: what the lesson is about, in Markdown.</summary>
    public string Summary => Cells("markdown").SelectMany(c => Paragraphs(Source(c))).FirstOrDefault(p => !p.StartsWith('#')) ?? "";

    /// <summary>The exercises in order: the heading, and the first paragraph of what is asked, in Markdown.</summary>
    public IEnumerable<(string Heading, string Asked)> Exercises => Cells("markdown").SelectMany(c =>
    {
        var paragraphs = Paragraphs(Source(c));
        return paragraphs.Index().Where(p => ExerciseHeading().IsMatch(p.Item))
            .Select(p => (p.Item.TrimStart('#', ' ').Trim(), paragraphs.ElementAtOrDefault(p.Index + 1) is { } asked && !asked.StartsWith('#') ? asked : ""));
    });

    private static string[] Paragraphs(string markdown) =>
        [.. BlankLine().Split(markdown).Select(p => p.Trim().ReplaceLineEndings(" ")).Where(p => p.Length > 0)];

    /// <summary>Reads a lesson and makes sure that it was run to its end.</summary>
    /// <exception cref="UserException">It is no notebook, was never run, ended in an error, or shows a figure that is not there; says which cell.</exception>
    public static LessonPage Load(string file)
    {
        JsonObject notebook;
        try
        {
            notebook = JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? throw new JsonException("no object");
        }
        catch (JsonException)
        {
            throw new UserException(ExitCodes.BadInput, $"{file} is not a notebook: it is not JSON.");
        }

        if (notebook["cells"] is not JsonArray)
        {
            throw new UserException(ExitCodes.BadInput, $"{file} is not a notebook: it has no cells.");
        }

        var page = new LessonPage(file, notebook);
        page.MakeSureItWasRun();
        page.MakeSureFiguresAreThere();
        return page;
    }

    /// <summary>Writes the page's notebook for Sphinx, which shows outputs as they are.</summary>
    /// <param name="to">The file to write.</param>
    /// <param name="inTheLibrary">A section in reStructuredText that links to the library's pages, or empty.</param>
    public void Write(string to, string inTheLibrary)
    {
        var pictures = 0;
        foreach (var cell in Cells("code"))
        {
            var outputs = (cell["outputs"] as JsonArray)!;
            foreach (var output in outputs.OfType<JsonObject>())
            {
                if (output["data"] is JsonObject data)
                {
                    output["data"] = Harmless(data, $"output-{++pictures}-");
                }
            }
        }

        foreach (var cell in Cells("markdown"))
        {
            cell["source"] = OutputLinks().Replace(Source(cell), "](../figures/");
        }

        if (inTheLibrary.Length > 0)
        {
            ((JsonArray)notebook["cells"]!).Add(new JsonObject { ["cell_type"] = "raw", ["id"] = "in-the-library", ["metadata"] = new JsonObject { ["raw_mimetype"] = "text/restructuredtext" }, ["source"] = inTheLibrary });
        }

        File.WriteAllText(to, notebook.ToJsonString(Indented));
    }

    private void MakeSureItWasRun()
    {
        var number = 0;
        foreach (var cell in Cells("code"))
        {
            number++;
            if (Source(cell).Trim().Length > 0 && cell["execution_count"] is null)
            {
                throw new UserException(ExitCodes.BadInput, $"{file}: cell {number} was never run; execute the notebook first with ./rnn run {file}.");
            }

            if ((cell["outputs"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(o => (string?)o["output_type"] == "error") is { } error)
            {
                throw new UserException(ExitCodes.BadInput, $"{file}: cell {number} ended in an error ({(string?)error["ename"]}: {(string?)error["evalue"]}); mend it and run the notebook again.");
            }
        }
    }

    private void MakeSureFiguresAreThere()
    {
        var number = 0;
        foreach (var cell in ((JsonArray)notebook["cells"]!).OfType<JsonObject>())
        {
            number++;
            foreach (Match image in (string?)cell["cell_type"] == "markdown" ? ImageLink().Matches(Source(cell)) : Enumerable.Empty<Match>())
            {
                var path = image.Groups["path"].Value;
                if (!path.Contains(':', StringComparison.Ordinal) && !File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, path)))
                {
                    throw new UserException(ExitCodes.BadInput, $"{file}: the figure {path} that cell {number} (a text cell) shows is not there.");
                }
            }
        }
    }

    private static JsonObject Harmless(JsonObject data, string own)
    {
        if (data[Plotly] is { } figure)
        {
            var still = data["image/svg+xml"] is { } svg ? OwnNames(OutputSanitiser.Clean(Text(svg)), own) : "";
            // In a script element only "</" could end the data, and "<!--" could change how it is read; JSON allows the escape.
            var json = figure.ToJsonString().Replace("<", "\\u003c", StringComparison.Ordinal);
            return new() { ["text/html"] = $"<figure class=\"course-chart\"><div class=\"still\">{still}</div><script type=\"application/json\">{json}</script></figure>" };
        }

        var clean = new JsonObject();
        foreach (var (mime, value) in data)
        {
            if (mime is "text/html" or "image/svg+xml")
            {
                // SVG goes inline, so that it follows the reader's light or dark.
                clean["text/html"] = mime == "text/html" || !data.ContainsKey("text/html") ? OwnNames(OutputSanitiser.Clean(Text(value)), own) : clean["text/html"]?.DeepClone();
            }
            else if (mime is "text/plain" or "image/png" or "image/jpeg" or "text/latex")
            {
                clean[mime] = value?.DeepClone();
            }
        }

        if (clean.TryGetPropertyValue("text/html", out var html) && html is null)
        {
            clean.Remove("text/html");
        }

        return clean;
    }

    // All pictures stand on one page: what one of them names must not be found in another.
    private static string OwnNames(string html, string own)
    {
        var labelled = LabelledBy().Matches(html).SelectMany(m => m.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        html = LabelledBy().Replace(html, m => $"aria-labelledby=\"{string.Join(' ', m.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => own + name))}\"");
        html = IdAttribute().Replace(html, m => labelled.Contains(m.Groups["name"].Value) ? $" id=\"{own}{m.Groups["name"].Value}\"" : m.Value);
        return ClipName().Replace(html, m => m.Value + own);
    }

    private IEnumerable<JsonObject> Cells(string type) => ((JsonArray)notebook["cells"]!).OfType<JsonObject>().Where(c => (string?)c["cell_type"] == type);

    private static string Source(JsonObject cell) => Text(cell["source"]);

    private static string Text(JsonNode? text)
    {
        if (text is not JsonArray lines)
        {
            return (string?)text ?? "";
        }

        var whole = new StringBuilder();
        foreach (var line in lines)
        {
            whole.Append((string?)line);
        }

        return whole.ToString();
    }

    [GeneratedRegex(@"^#{2,4}\s+(Optional )?[Ee]xercise\b")]
    private static partial Regex ExerciseHeading();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLine();

    [GeneratedRegex("aria-labelledby=\"(?<names>[^\"]*)\"")]
    private static partial Regex LabelledBy();

    [GeneratedRegex(" id=\"(?<name>[^\"]*)\"")]
    private static partial Regex IdAttribute();

    [GeneratedRegex("(?<=<clipPath )id=\"|url\\(#")]
    private static partial Regex ClipName();

    [GeneratedRegex(@"!\[[^\]]*\]\((?<path>[^)\s]+)")]
    private static partial Regex ImageLink();

    [GeneratedRegex(@"\]\((\.\./)+images/")]
    private static partial Regex OutputLinks();
}
