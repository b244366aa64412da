using System.CommandLine;
using RnnNotebooks.Cli.Docs;

namespace RnnNotebooks.Cli;

/// <summary><c>rnn docs</c>: the executed lessons, the API reference and the guides as a static site in <c>site/</c>.</summary>
public static class DocsVerb
{
    // Sphinx is Debian's, so it runs on Debian's Python even where another one is first on the PATH.
    private const string Python = "/usr/bin/python3";

    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var serve = new Option<bool>("--serve") { Description = "Show the site on this machine when it is built." };
        var port = new Option<int>("--port") { Description = "The port for --serve.", DefaultValueFactory = _ => 8080 };
        var teacher = new Option<bool>("--teacher") { Description = "Build the teacher's site, with the solutions, into site-teacher/." };
        var lessons = new Option<string?>("--lessons") { Description = "Take the executed lessons from this folder instead.", HelpName = "DIR" };
        var outFolder = new Option<string?>("--out") { Description = "Build into this folder instead.", HelpName = "DIR" };
        var verb = new Command("docs", "Build the course's web site into site/.") { serve, port, teacher, lessons, outFolder };
        verb.SetAction(async (parsed, stopping) =>
        {
            var site = Path.GetFullPath(parsed.GetValue(outFolder) ?? Path.Combine(Repository.Root, parsed.GetValue(teacher) ? "site-teacher" : "site"));
            var from = parsed.GetValue(lessons) ?? (parsed.GetValue(teacher) ? Path.Combine(Repository.Notebooks, "solutions") : Repository.Notebooks);
            await BuildAsync(from, site, parsed.GetValue(teacher), stopping);
            return parsed.GetValue(serve) ? await ServeAsync(site, parsed.GetValue(port), stopping) : ExitCodes.Success;
        });
        return verb;
    }

    private static async Task BuildAsync(string from, string site, bool teacher, CancellationToken stopping)
    {
        if (!Directory.Exists(from))
        {
            throw new UserException(ExitCodes.NotFound, $"there is no folder {from} with lessons.");
        }

        string[] lessons = [.. Directory.GetFiles(from, "*.ipynb").Order(StringComparer.Ordinal)];
        if (lessons.Length == 0)
        {
            throw new UserException(ExitCodes.NotFound, $"{from} holds no lesson (.ipynb).");
        }

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var source = new SiteSource(Path.Combine(Repository.Artifacts, "docs-source" + (teacher ? "-teacher" : "")));
        var twins = Path.Combine(from, "dib");
        source.Write(lessons, Directory.Exists(twins) ? twins : null, teacher);
        var said = new List<string>();
        string[] arguments = ["-m", "sphinx", "-b", "html", "-q", "-W", "--keep-going", "-j", "2", "-d", Path.Combine(Repository.Artifacts, "docs-doctrees" + (teacher ? "-teacher" : "")), source.Folder, site];
        var exit = await Processes.RunAsync(Python, arguments, said.Add, stopping);
        if (exit != 0)
        {
            said.ForEach(Console.Error.WriteLine);
            throw new UserException(ExitCodes.Failed, "Sphinx found something to mend; its messages, with file and line, are above.");
        }

        SiteFinish.Apply(site);
        Console.WriteLine($"Built {lessons.Length} lessons into {Path.GetRelativePath(Directory.GetCurrentDirectory(), site)} in {clock.Elapsed.TotalSeconds:F0} s; open {Path.Combine(site, "index.html")}");
    }

    private static Task<int> ServeAsync(string site, int port, CancellationToken stopping)
    {
        Console.WriteLine($"Showing it at http://127.0.0.1:{port}/ until you press Ctrl-C.");
        return Processes.RunAsync(Python, ["-m", "http.server", "--bind", "127.0.0.1", "--directory", site, port.ToString(System.Globalization.CultureInfo.InvariantCulture)], _ => { }, stopping);
    }
}
