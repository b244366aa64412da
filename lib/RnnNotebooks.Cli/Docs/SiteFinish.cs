namespace RnnNotebooks.Cli.Docs;

/// <summary>What Debian's theme leaves to be done once the pages are built: its script as one file, its style sheet complete, its pages accessible.</summary>
public static class SiteFinish
{
    private const string Normalize = "/usr/share/javascript/normalize.css/normalize.css";

    /// <summary>Mends the built site in place.</summary>
    public static void Apply(string site)
    {
        var scripts = Path.Combine(site, "_static", "scripts");
        var theme = Path.Combine(scripts, "furo.js");
        var script = File.ReadAllText(theme);
        const string import = "import Gumshoe from \"./gumshoe-patched.js\";";
        if (script.StartsWith(import, StringComparison.Ordinal))
        {
            // The package ships the theme's script as a module, and loads it as none: browsers refuse the import.
            File.WriteAllText(theme, File.ReadAllText(Path.Combine(scripts, "gumshoe-patched.js")) + "\n(function () {\n" + script[import.Length..] + "\n})();\n");
        }

        var styles = Path.Combine(site, "_static", "styles");
        var sheet = Path.Combine(styles, "furo.css");
        if (File.Exists(Normalize))
        {
            // An absolute address of a web server; a folder on a stick has none.
            File.Copy(Normalize, Path.Combine(styles, "normalize.css"), overwrite: true);
            File.WriteAllText(sheet, File.ReadAllText(sheet).Replace("url(/javascript/normalize.css/normalize.css)", "url(normalize.css)", StringComparison.Ordinal));
        }

        foreach (var page in Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories))
        {
            var html = File.ReadAllText(page);
            var mended = html
                .Replace("role=\"heading\">", "role=\"heading\" aria-level=\"2\">", StringComparison.Ordinal)
                // What scrolls must be reachable with the keyboard.
                .Replace("<div class=\"highlight\"><pre>", "<div class=\"highlight\"><pre tabindex=\"0\">", StringComparison.Ordinal);
            if (mended != html)
            {
                File.WriteAllText(page, mended);
            }
        }
    }
}
