using Microsoft.DotNet.Interactive.Formatting;

namespace Jupyter.Tests;

/// <summary>Tables of values on the pages of the front ends, each of which has rules of its own for tables.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("rendered_html", ".rendered_html tr, .rendered_html th, .rendered_html td { text-align: right }")] // Jupyter Notebook
    [InlineData("jp-RenderedHTMLCommon", ":not(.jp-RenderedMarkdown).jp-RenderedHTMLCommon td, :not(.jp-RenderedMarkdown).jp-RenderedHTMLCommon th { text-align: right }")] // JupyterLab
    public async Task Words_stand_on_the_left_and_numbers_on_the_right_whatever_the_page_says_of_tables(string output, string rules)
    {
        var table = new[] { new { Word = "one", Number = 1 }, new { Word = "a thousand", Number = 1000 } }.ToDisplayString("text/html");
        var (playwright, browser) = await Front.LaunchAsync();
        using var _ = playwright;
        await using var __ = browser;
        var page = await browser.NewPageAsync();
        await page.SetContentAsync($"<style>{rules}</style><div class='{output}'>{table}</div>");

        var aligned = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('thead th, tbody tr:first-child td')].map(cell => getComputedStyle(cell).textAlign)");

        Assert.Equal(["start", "start", "start", "start", "start", "end"], aligned);
    }
}
