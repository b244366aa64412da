using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Jupyter.Tests;

/// <summary>A student's hour in real Jupyter Notebook, driven in a real browser. Screenshots stay in artifacts/screenshots.</summary>
public sealed class BrowserTests
{
    [Fact]
    public async Task A_student_runs_completes_looks_up_interrupts_saves_and_restarts()
    {
        var folder = Directory.CreateTempSubdirectory("rnn-browser-");
        var gate = Path.Combine(folder.FullName, "gate");
        var file = Path.Combine(folder.FullName, "small.ipynb");
        await System.Diagnostics.Process.Start("mkfifo", [gate]).WaitForExitAsync();
        await File.WriteAllTextAsync(file, Notebook(
            "int answer = 42;\nanswer",
            $$"""
            var live = display("step 1 of 2");
            _ = System.IO.File.ReadAllText("{{gate}}"); // waits until somebody writes to the pipe
            live.Update("step 2 of 2");
            """,
            "Math.M",
            "Console.WriteLi",
            "Console.WriteLine(\"round and round\");\nwhile (true) { }",
            "answer + 1"));
        await using var front = await Front.StartAsync(folder, folder.FullName);
        var page = await front.OpenAsync("small.ipynb");
        Assert.Equal(".NET (C#)", (await page.Locator(".kernel_indicator_name").InnerTextAsync()).Trim());
        // The kernel's words for its language are enough for Jupyter Notebook to colour C#.
        await Cell(page, 1).Locator(".cm-keyword").Filter(new() { HasText = "var" }).WaitForAsync();

        await RunAsync(page, 0);
        await Output(page, 0, "42").WaitForAsync();

        // The display is seen to change: the cell goes on only when its first state was on the page.
        await RunAsync(page, 1);
        await Output(page, 1, "step 1 of 2").WaitForAsync();
        await File.WriteAllTextAsync(gate, "");
        await Output(page, 1, "step 2 of 2").WaitForAsync();
        Assert.DoesNotContain("step 1", await Cell(page, 1).Locator(".output").InnerTextAsync());

        await EditAsync(page, 2);
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("#complete option").Filter(new() { HasTextRegex = new("^MaxMagnitude$") }).WaitForAsync();
        // Behind the kernel's own, Jupyter Notebook lists words that stand in the notebook.
        Assert.Equal(["Max", "MaxMagnitude", "Min", "MinMagnitude"], (await page.Locator("#complete option").AllInnerTextsAsync()).Take(4));
        await ShootAsync(page, "completion");
        await page.Keyboard.PressAsync("Escape");

        await EditAsync(page, 3);
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForFunctionAsync("Jupyter.notebook.get_cell(3).get_text() === 'Console.WriteLine'");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Locator("#tooltip").Filter(new() { HasText = "WriteLine(" }).WaitForAsync();
        await page.WaitForFunctionAsync("getComputedStyle(document.getElementById('tooltip')).opacity === '1'");
        await ShootAsync(page, "documentation");
        await page.Keyboard.PressAsync("Escape");

        await RunAsync(page, 4);
        await Output(page, 4, "round and round").WaitForAsync();
        await page.Locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();
        await Cell(page, 4).Locator(".output_error").WaitForAsync();
        Assert.Contains("round and round", await Cell(page, 4).Locator(".output").InnerTextAsync());
        await RunAsync(page, 5);
        await Output(page, 5, "43").WaitForAsync();
        await ShootAsync(page, "interrupted");

        await ExpectAsync(page, "notebook_saved.Notebook");
        await page.Locator("button[data-jupyter-action='jupyter-notebook:save-notebook']").ClickAsync();
        await ExpectedAsync(page);
        var saved = JsonNode.Parse(await File.ReadAllTextAsync(file))!["cells"]!;
        Assert.Equal("Console.WriteLine", string.Concat(saved[3]!["source"]!.Texts()));
        Assert.Equal("43", string.Concat(saved[5]!["outputs"]![0]!["data"]!["text/plain"]!.Texts()));

        await ExpectAsync(page, "kernel_ready.Kernel");
        await page.Locator("button[data-jupyter-action='jupyter-notebook:confirm-restart-kernel']").ClickAsync();
        await page.Locator(".modal-dialog .btn-danger").ClickAsync();
        await ExpectedAsync(page);
        await RunAsync(page, 5);
        await Cell(page, 5).Locator(".output_error").Filter(new() { HasText = "CS0103" }).WaitForAsync();
        await ShootAsync(page, "restarted");
    }

    [Fact]
    public async Task Every_cell_of_the_first_lesson_runs_and_its_charts_are_drawn()
    {
        var folder = Directory.CreateTempSubdirectory("rnn-browser-");
        var notebooks = folder.CreateSubdirectory("notebooks");
        var artifacts = Directory.GetParent(Front.Screenshots)!.FullName;
        Assert.True(File.Exists(Path.Combine(artifacts, "lesson", "RnnNotebooks.dll")), "artifacts/lesson is not built; ./rnn setup builds it.");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "artifacts"), artifacts);
        foreach (var name in new[] { "setup.csx", "01-what-an-rnn-computes.ipynb" })
        {
            File.Copy(Path.Combine(artifacts, "..", "notebooks", name), Path.Combine(notebooks.FullName, name));
        }

        File.Copy(Path.Combine(artifacts, "lesson", "plotly.min.js"), Path.Combine(notebooks.CreateSubdirectory("assets").FullName, "plotly.min.js"));
        await using var front = await Front.StartAsync(folder, notebooks.FullName);
        var page = await front.OpenAsync("01-what-an-rnn-computes.ipynb");

        await page.EvaluateAsync("Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells()");
        await page.WaitForFunctionAsync("""
            Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code').every(cell => typeof cell.input_prompt_number === 'number')
            || document.querySelector('.output_error')
            """);
        Assert.Equal(0, await page.Locator(".output_error").CountAsync());
        Assert.Equal(0, await page.Locator(".output_stderr").CountAsync());

        // A chart starts as a still picture; plotly.js, from the assets folder, takes its place.
        await page.WaitForFunctionAsync("""
            (charts => charts.length >= 4 && charts.every(chart => chart.querySelector('.main-svg')))([...document.querySelectorAll('[id^="chart-"]')])
            """);
        await page.WaitForFunctionAsync("document.querySelector('.MathJax') && MathJax.Hub.queue.pending === 0");
        await ShowAsync(page, 35, "div");
        await ShootAsync(page, "charts");
        await ShowAsync(page, 31, "p:nth-of-type(2)");
        await ShootAsync(page, "lesson");
    }

    private static ILocator Cell(IPage page, int cell) => page.Locator(".cell").Nth(cell);

    private static ILocator Output(IPage page, int cell, string text) =>
        Cell(page, cell).Locator(".output_area").Filter(new() { HasText = text });

    private static Task RunAsync(IPage page, int cell) => page.EvaluateAsync($"Jupyter.notebook.execute_cells([{cell}])");

    /// <summary>Puts the cursor behind the cell's text, as a reader who goes on typing.</summary>
    private static async Task EditAsync(IPage page, int cell)
    {
        await Cell(page, cell).Locator(".CodeMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
    }

    /// <summary>Scrolls to a part of a cell.</summary>
    private static Task ShowAsync(IPage page, int cell, string part) =>
        page.EvaluateAsync($"Jupyter.notebook.command_mode(); Jupyter.notebook.get_cell({cell}).element[0].querySelector('.rendered_html {part}, {part}').scrollIntoView(true)");

    private static Task ExpectAsync(IPage page, string happening) =>
        page.EvaluateAsync($"window.expected = new Promise(happened => Jupyter.notebook.events.one('{happening}', () => happened(true))); null");

    private static async Task ExpectedAsync(IPage page) => Assert.True(await page.EvaluateAsync<bool>("window.expected"));

    private static Task ShootAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Front.Screenshots, name + ".png") });

    private static string Notebook(params string[] cells) => new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select(code => new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = code,
        })]),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 4,
    }.ToJsonString();
}
