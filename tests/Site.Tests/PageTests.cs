using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RnnNotebooks.Cli;

namespace Site.Tests;

[Collection(SiteCollection.Name)]
public sealed partial class PageTests(BuiltSite site)
{
    private const int PhoneWidth = 375;

    // An A4 page less its margins, at 96 dots an inch
    private const int PaperWidth = 680;
    private const int MaximalPageBytes = 1_500_000;

    [Fact]
    public async Task Every_page_loads_without_an_error_and_without_a_network()
    {
        foreach (var file in site.Pages)
        {
            await using var open = await site.Browser.OpenAsync(file);
            await MathIsReadyAsync(open.Page);
            Assert.True(open.Complaints.Count == 0, $"{file}: {string.Join("; ", open.Complaints)}");
        }
    }

    [Fact]
    public async Task Every_chart_draws_and_plotly_is_loaded_once()
    {
        var drawn = 0;
        foreach (var file in site.Lessons)
        {
            await using var open = await site.Browser.OpenAsync(file);
            var charts = await open.Page.QuerySelectorAllAsync("figure.course-chart");
            foreach (var chart in charts)
            {
                await chart.ScrollIntoViewIfNeededAsync();
                await open.Page.WaitForFunctionAsync("f => f.dataset.drawn === 'true' && f.querySelector('.chart-target .main-svg') !== null", chart);
                drawn++;
            }

            var loads = await open.Page.EvaluateAsync<int>("document.querySelectorAll(\"script[src$='plotly.min.js']\").length");
            Assert.Equal(charts.Count > 0 ? 1 : 0, loads);
            Assert.True(open.Complaints.Count == 0, $"{file}: {string.Join("; ", open.Complaints)}");
        }

        Assert.True(drawn > 0);
    }

    [Fact]
    public async Task Without_scripts_every_chart_is_a_still_picture()
    {
        foreach (var file in site.Lessons)
        {
            await using var open = await site.Browser.OpenAsync(file, scripts: false);
            foreach (var still in await open.Page.QuerySelectorAllAsync("figure.course-chart .still"))
            {
                Assert.NotNull(await still.QuerySelectorAsync("svg"));
                Assert.True(await still.IsVisibleAsync(), file);
            }
        }
    }

    [Fact]
    public async Task On_paper_every_chart_is_a_still_picture_and_no_line_of_code_is_cut_off()
    {
        foreach (var file in site.Lessons)
        {
            await using var open = await site.Browser.OpenAsync(file, width: PaperWidth);
            foreach (var chart in await open.Page.QuerySelectorAllAsync("figure.course-chart"))
            {
                await chart.ScrollIntoViewIfNeededAsync();
                await open.Page.WaitForFunctionAsync("f => f.dataset.drawn === 'true'", chart);
            }

            await open.Page.EmulateMediaAsync(new() { Media = Media.Print });

            foreach (var chart in await open.Page.QuerySelectorAllAsync("figure.course-chart"))
            {
                Assert.True(await (await chart.QuerySelectorAsync(".still svg"))!.IsVisibleAsync(), file);
                Assert.False(await (await chart.QuerySelectorAsync(".chart-target"))!.IsVisibleAsync(), file);
            }

            var cut = await open.Page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('.highlight pre')).filter(p => p.scrollWidth > p.clientWidth + 1).map(p => p.textContent.slice(0, 60))");
            Assert.True(cut.Length == 0, $"{file}: {string.Join(" … ", cut)}");
        }
    }

    [Fact]
    public async Task No_two_places_of_a_page_have_one_name()
    {
        foreach (var file in site.Pages)
        {
            await using var open = await site.Browser.OpenAsync(file, scripts: false);
            var twice = await open.Page.EvaluateAsync<string[]>("Array.from(new Set(Array.from(document.querySelectorAll('svg [id]')).map(e => e.id).filter((id, i, all) => id && all.indexOf(id) !== i)))");
            Assert.True(twice.Length == 0, $"{file}: {string.Join(", ", twice)}");
        }
    }

    [Fact]
    public void Every_room_of_the_library_has_a_page_that_links_to_its_lessons()
    {
        foreach (var room in Directory.GetDirectories(Path.Combine(Repository.Root, "lib", "RnnNotebooks")).Select(d => Path.GetFileName(d)))
        {
            var page = Path.Combine(site.Folder, "api", room.ToLowerInvariant() + ".html");
            Assert.True(File.Exists(page), $"{room} has no page");
            Assert.Contains("href=\"../lessons/0", File.ReadAllText(page), StringComparison.Ordinal);
        }

        foreach (var lesson in site.Lessons)
        {
            Assert.Contains("href=\"../api/", File.ReadAllText(lesson), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_formula_renders()
    {
        foreach (var file in site.Lessons)
        {
            await using var open = await site.Browser.OpenAsync(file);
            await MathIsReadyAsync(open.Page);
            var (formulas, rendered, broken) = await open.Page.EvaluateAsync<int[]>(
                "[document.querySelectorAll('.math').length, document.querySelectorAll('.math .MathJax_SVG').length, document.querySelectorAll('.merror, .noError').length]") is [var a, var b, var c] ? (a, b, c) : default;
            Assert.True(formulas > 0 && rendered >= formulas && broken == 0, $"{file}: {formulas} formulas, {rendered} rendered, {broken} broken");
        }
    }

    [Fact]
    public async Task Search_finds_the_forget_gate()
    {
        await using var open = await site.Browser.OpenAsync(Path.Combine(site.Folder, "index.html"));
        await open.Page.FillAsync("input[name=q]", "forget gate");
        await open.Page.PressAsync("input[name=q]", "Enter");
        await open.Page.WaitForSelectorAsync("#search-results li a[href*='04-lstm-from-scratch']");

        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Light_and_dark_follow_the_system_and_the_switch()
    {
        var index = Path.Combine(site.Folder, "index.html");
        const string background = "getComputedStyle(document.body).backgroundColor";
        await using var light = await site.Browser.OpenAsync(index);
        await using var dark = await site.Browser.OpenAsync(index, dark: true);
        var (inLight, inDark) = (await light.Page.EvaluateAsync<string>(background), await dark.Page.EvaluateAsync<string>(background));
        Assert.NotEqual(inLight, inDark);

        for (var press = 0; press < 3 && await light.Page.EvaluateAsync<string>(background) != inDark; press++)
        {
            await light.Page.EvaluateAsync("document.querySelector('.theme-toggle').click()");
        }

        Assert.Equal(inDark, await light.Page.EvaluateAsync<string>(background));
    }

    [Fact]
    public async Task No_page_is_wider_than_a_phone()
    {
        foreach (var file in site.Pages)
        {
            await using var open = await site.Browser.OpenAsync(file, width: PhoneWidth);
            await MathIsReadyAsync(open.Page);
            var width = await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(width <= PhoneWidth, $"{file} is {width} px wide");
        }
    }

    [Fact]
    public async Task The_keyboard_reaches_the_lessons_links()
    {
        await using var open = await site.Browser.OpenAsync(Path.Combine(site.Folder, "index.html"));
        var reached = new HashSet<string>();
        for (var press = 0; press < 60; press++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            reached.Add(await open.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href') || document.activeElement.name || ''"));
        }

        Assert.Contains("lessons/index.html", reached);
        Assert.Contains("q", reached);
        Assert.Contains("teachers-guide.html", reached);
    }

    [Fact]
    public async Task Axe_finds_no_serious_violation()
    {
        var problems = new List<string>();
        var axe = Path.Combine(Repository.Root, "tests", "npm", "node_modules", "axe-core", "axe.min.js");
        foreach (var file in site.Pages)
        {
            await using var open = await site.Browser.OpenAsync(file);
            await MathIsReadyAsync(open.Page);
            // Through the debugger, not as a script element: the page's policy allows only the site's own scripts.
            await open.Page.EvaluateAsync(await File.ReadAllTextAsync(axe));
            var found = await open.Page.EvaluateAsync<string[]>(
                "axe.run({ resultTypes: ['violations'] }).then(r => r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')))");
            problems.AddRange(found.Select(f => $"{Path.GetRelativePath(site.Folder, file)}: {f}"));
        }

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    [Fact]
    public void Every_local_link_leads_somewhere()
    {
        foreach (var file in site.Pages)
        {
            foreach (Match link in LocalLink().Matches(File.ReadAllText(file)))
            {
                var address = System.Net.WebUtility.HtmlDecode(link.Groups["to"].Value);
                if (address.Contains(':', StringComparison.Ordinal) || address.StartsWith('#') || address.Length == 0)
                {
                    continue;
                }

                var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(address.Split('#', '?')[0])));
                Assert.True(File.Exists(target), $"{file} links to {address}, which is not there");
                if (address.Split('#') is [_, { Length: > 0 } anchor])
                {
                    Assert.True(File.ReadAllText(target).Contains($"id=\"{Uri.UnescapeDataString(anchor)}\"", StringComparison.Ordinal), $"{file} links to {address}, where there is no such place");
                }
            }
        }
    }

    [Fact]
    public void A_lesson_page_is_small_and_offers_both_downloads()
    {
        Assert.NotEmpty(site.Lessons);
        foreach (var file in site.Lessons)
        {
            Assert.True(new FileInfo(file).Length < MaximalPageBytes, $"{file} has {new FileInfo(file).Length} bytes");
            var html = File.ReadAllText(file);
            var name = Path.GetFileNameWithoutExtension(file);
            Assert.Contains($"{name}.ipynb", html, StringComparison.Ordinal);
            Assert.Contains($"{name}.dib", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_page_names_an_address_outside_to_load_from()
    {
        foreach (var file in site.Pages)
        {
            Assert.DoesNotMatch(@"<(script|img|iframe|source)[^>]+src=""(https?:)?//", File.ReadAllText(file));
            Assert.DoesNotMatch(@"<link[^>]+rel=""(stylesheet|preload|icon)""[^>]+href=""(https?:)?//", File.ReadAllText(file));
        }
    }

    private static Task MathIsReadyAsync(IPage page) => page.EvaluateAsync(
        "() => window.MathJax && MathJax.Hub ? new Promise(done => MathJax.Hub.Queue(done)) : null");

    [GeneratedRegex(@"<(?:a|link)\b[^>]*\bhref=""(?<to>[^""]*)""")]
    private static partial Regex LocalLink();
}
