namespace Plotly.NET.Rendering;

/// <summary>Charts as web pages that work without a network.</summary>
internal static class HtmlPage
{
    /// <summary>The file that set-up and the build put beside the assemblies.</summary>
    public const string ScriptName = "plotly.min.js";

    /// <summary>An element and the script that draws into it with the page's <c>Plotly</c>.</summary>
    public static string Chart(string data, string layout, string config, string? frames = null)
    {
        string id = Guid.NewGuid().ToString();
        return $"""
            <div>
            <div id="{id}"><!-- Plotly chart will be drawn inside this DIV --></div>
            <script type="text/javascript">
            Plotly.newPlot("{id}", {data}, {layout}, {config}){(frames is null ? "" : $".then(function(){{Plotly.addFrames(\"{id}\", {frames})}})")};
            </script>
            </div>
            """;
    }

    /// <summary>A page around a chart, plotly.js inside it.</summary>
    public static string Page(string chart, bool withScript) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Chart</title>
        {(withScript ? $"<script type=\"text/javascript\">{Script()}</script>" : "")}
        </head>
        <body>
        {chart}
        </body>
        </html>
        """;

    /// <summary>The text of plotly.js.</summary>
    /// <exception cref="FileNotFoundException">It is not beside the assemblies.</exception>
    public static string Script()
    {
        string?[] folders = [Path.GetDirectoryName(typeof(HtmlPage).Assembly.Location), AppContext.BaseDirectory];
        string[] places = [.. folders.Where(f => !string.IsNullOrEmpty(f)).Select(f => Path.Combine(f!, ScriptName)).Distinct()];
        string path = places.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"plotly.js is missing: looked for {string.Join(" and ", places)}; `./rnn setup` puts it there.");
        return File.ReadAllText(path);
    }
}
