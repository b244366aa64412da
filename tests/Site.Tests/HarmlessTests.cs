using RnnNotebooks.Cli;
using RnnNotebooks.Cli.Docs;

namespace Site.Tests;

public sealed class SanitiserTests
{
    [Theory]
    [InlineData("<b>2</b><script>alert(1)</script>", "<b>2</b>")]
    [InlineData("<img src=x onerror=alert(1)>", "<img>")]
    [InlineData("<a href=\"java\tscript:alert(1)\">k</a>", "<a>k</a>")]
    [InlineData("<a href=\" JavaScript:alert(1)\">k</a>", "<a>k</a>")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">k</a>", "<a>k</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">k</a>", "<a>k</a>")]
    [InlineData("<svg onload=alert(1)><script>alert(1)</script><circle r=\"1\"></circle></svg>", "<svg><circle r=\"1\"></circle></svg>")]
    [InlineData("<svg><a xlink:href=\"javascript:alert(1)\"><text>t</text></a></svg>", "<svg><a><text>t</text></a></svg>")]
    [InlineData("<svg><animate attributeName=\"href\" values=\"javascript:alert(1)\"></animate></svg>", "<svg></svg>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>x", "x")]
    [InlineData("<div style=\"background:url(https://e.example/x)\">t</div>", "<div>t</div>")]
    [InlineData("<style>@import 'x';</style>t", "<style></style>t")]
    [InlineData("<meta http-equiv=refresh content=0>t", "t")]
    [InlineData("<form action=\"https://e.example\"><input></form>t", "t")]
    [InlineData("<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>", "<math><mtext><style></style></mtext></math>")]
    public void What_could_run_is_removed(string html, string expected) => Assert.Equal(expected, OutputSanitiser.Clean(html));

    [Theory]
    [InlineData("<table><tbody><tr><td style=\"color:#0072b2\">1</td></tr></tbody></table>")]
    [InlineData("<details><summary>s</summary><pre>p</pre></details>")]
    [InlineData("<svg viewBox=\"0 0 1 1\"><defs><marker id=\"m\"></marker></defs><path d=\"M0 0\" marker-end=\"#m\"></path></svg>")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\" alt=\"a\">")]
    [InlineData("<a href=\"https://e.example/page\">k</a>")]
    [InlineData("<style>.a { color: red; }</style><p class=\"a\">t</p>")]
    public void What_only_shows_is_kept(string html) => Assert.Equal(html, OutputSanitiser.Clean(html));

    [Fact]
    public void Cleaning_twice_changes_nothing_more()
    {
        const string nasty = "<p>a<script>x</script><svg><foreignObject><img src=1 onerror=x></foreignObject></svg><b onclick=x>c</b>";

        var once = OutputSanitiser.Clean(nasty);

        Assert.Equal(once, OutputSanitiser.Clean(once));
        Assert.DoesNotContain("onerror", once, StringComparison.Ordinal);
    }
}

[Collection(SiteCollection.Name)]
public sealed class BadLessonTests(BuiltSite site) : IDisposable
{
    private const string Cell = """{ "cell_type": "code", "id": "a", "execution_count": COUNT, "metadata": {}, "outputs": [OUTPUTS], "source": ["1 + 1"] }""";
    private readonly string folder = Directory.CreateTempSubdirectory("rnn-site-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_output_with_scripts_is_rendered_harmless()
    {
        Write("01-attack", "1", """{ "output_type": "display_data", "metadata": {}, "data": { "text/plain": "x", "text/html": "<p id='seen'>seen</p><script>alert(1)</script><img src='x' onerror='alert(2)'><a id='bad' href='javascript:alert(3)'>k</a>" } }""");
        var to = Path.Combine(folder, "site");
        var (exit, said) = await BuiltSite.RunDocsAsync("--lessons", folder, "--out", to);
        Assert.True(exit == 0, said);

        await using var open = await site.Browser.OpenAsync(Path.Combine(to, "lessons", "01-attack.html"));

        Assert.Equal("seen", await open.Page.TextContentAsync("#seen"));
        await open.Page.ClickAsync("#bad");
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_lesson_that_was_never_run_is_refused_with_file_and_cell()
    {
        Write("01-unrun", "null", "");

        var (exit, said) = await BuiltSite.RunDocsAsync("--lessons", folder);

        Assert.Equal(ExitCodes.BadInput, exit);
        Assert.Contains("01-unrun.ipynb: cell 1 was never run", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_that_ended_in_an_error_is_refused_with_file_and_cell()
    {
        Write("01-failed", "1", """{ "output_type": "error", "ename": "Oops", "evalue": "no", "traceback": [] }""");

        var (exit, said) = await BuiltSite.RunDocsAsync("--lessons", folder);

        Assert.Equal(ExitCodes.BadInput, exit);
        Assert.Contains("01-failed.ipynb: cell 1 ended in an error (Oops: no)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_is_missing_is_refused_with_file_and_cell()
    {
        Write("01-figure", "1", "", "![A cell](../images/not-there.svg)");

        var (exit, said) = await BuiltSite.RunDocsAsync("--lessons", folder);

        Assert.Equal(ExitCodes.BadInput, exit);
        Assert.Contains("01-figure.ipynb: the figure ../images/not-there.svg that cell 1", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_is_refused_with_a_sentence()
    {
        var (exit, said) = await BuiltSite.RunDocsAsync("--lessons", folder);

        Assert.Equal(ExitCodes.NotFound, exit);
        Assert.Contains("holds no lesson", said, StringComparison.Ordinal);
    }

    private void Write(string name, string count, string outputs, string text = "# A lesson")
    {
        var cell = Cell.Replace("COUNT", count, StringComparison.Ordinal).Replace("OUTPUTS", outputs, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, name + ".ipynb"), $$"""
            { "cells": [ { "cell_type": "markdown", "id": "t", "metadata": {}, "source": ["{{text}}"] }, {{cell}} ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }
            """);
        Directory.CreateDirectory(Path.Combine(folder, "dib"));
        File.WriteAllText(Path.Combine(folder, "dib", name + ".dib"), "#!csharp\n\n1 + 1\n");
    }
}
