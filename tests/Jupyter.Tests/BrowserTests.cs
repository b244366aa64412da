using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using RnnNotebooks.Jupyter.Install;

namespace Jupyter.Tests;

/// <summary>A student's hour in real Jupyter Notebook, driven in a real browser. Screenshots stay in artifacts/screenshots.</summary>
public sealed class BrowserTests
{
    private const float Patience = 120_000;
    private static readonly string[] Cells =
    [
        "int answer = 42;\\nanswer",
        "var live = display(0);\\nfor (var i = 1; i <= 20; i++) { live.Update($\\\"step {i} of 20\\\"); System.Threading.Thread.Sleep(20); }",
        "Console.WriteLi",
        "while (true) { }",
        "answer + 1",
    ];

    [Fact]
    public async Task A_student_runs_completes_looks_up_interrupts_restarts_and_saves()
    {
        var folder = Directory.CreateTempSubdirectory("rnn-browser-").FullName;
        var shots = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots")).FullName;
        KernelSpec.Install(Path.Combine(folder, "jupyter", "kernels"), KernelSpec.StandardName, TestKernel.Command);
        var notebook = Path.Combine(folder, "lesson.ipynb");
        await File.WriteAllTextAsync(notebook, Notebook());
        var port = FreePort();
        using var jupyter = StartJupyter(folder, port);
        try
        {
            Environment.SetEnvironmentVariable("PLAYWRIGHT_NODEJS_PATH", "/usr/bin/node");
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
            var page = await browser.NewPageAsync();
            page.SetDefaultTimeout(Patience);
            await page.GotoAsync($"http://127.0.0.1:{port}/notebooks/lesson.ipynb");
            await page.WaitForFunctionAsync("window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()");
            Assert.Equal(".NET (C#)", (await page.Locator(".kernel_indicator_name").InnerTextAsync()).Trim());

            await page.EvaluateAsync("Jupyter.notebook.execute_cells([0, 1])");
            await Output(page, 0).Filter(new() { HasText = "42" }).WaitForAsync();
            await Output(page, 1).Filter(new() { HasText = "step 20 of 20" }).WaitForAsync();
            Assert.DoesNotContain("step 19", await Output(page, 1).InnerTextAsync());
            await page.ScreenshotAsync(new() { Path = Path.Combine(shots, "run.png") });

            await page.Locator(".cell").Nth(2).Locator(".CodeMirror").ClickAsync();
            await page.Keyboard.PressAsync("End");
            await page.Keyboard.PressAsync("Tab");
            await page.WaitForFunctionAsync("Jupyter.notebook.get_cell(2).get_text() === 'Console.WriteLine'");
            await page.Keyboard.PressAsync("Shift+Tab");
            await page.Locator("#tooltip").Filter(new() { HasText = "Writes" }).WaitForAsync();
            await page.ScreenshotAsync(new() { Path = Path.Combine(shots, "documentation.png") });
            await page.Keyboard.PressAsync("Escape");

            await page.EvaluateAsync("Jupyter.notebook.execute_cells([3])");
            await page.WaitForFunctionAsync("Jupyter.notebook.get_cell(3).element.hasClass('running')");
            await page.EvaluateAsync("Jupyter.notebook.kernel.interrupt()");
            await Output(page, 3).Filter(new() { HasText = "stopped" }).WaitForAsync();
            await page.EvaluateAsync("Jupyter.notebook.execute_cells([4])");
            await Output(page, 4).Filter(new() { HasText = "43" }).WaitForAsync();
            await page.ScreenshotAsync(new() { Path = Path.Combine(shots, "interrupted.png") });

            await page.EvaluateAsync("Jupyter.notebook.save_notebook()");
            await page.EvaluateAsync("Jupyter.notebook.kernel.restart()");
            await page.WaitForFunctionAsync("Jupyter.notebook.kernel.is_connected()");
            await page.EvaluateAsync("Jupyter.notebook.execute_cells([4])");
            await Output(page, 4).Filter(new() { HasText = "CS0103" }).WaitForAsync();
            await page.ScreenshotAsync(new() { Path = Path.Combine(shots, "restarted.png") });
            Assert.Contains("step 20 of 20", await File.ReadAllTextAsync(notebook));
        }
        finally
        {
            jupyter.Kill(entireProcessTree: true);
            await jupyter.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ILocator Output(IPage page, int cell) => page.Locator(".cell").Nth(cell).Locator(".output_area").Last;

    private static string Notebook()
    {
        var cells = string.Join(",", Cells.Select(code =>
            $$"""{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [], "source": "{{code}}"}"""));
        return $$"""
            {"cells": [{{cells}}], "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}}, "nbformat": 4, "nbformat_minor": 4}
            """;
    }

    private static Process StartJupyter(string folder, int port)
    {
        var start = new ProcessStartInfo(
            "jupyter-notebook",
            ["--no-browser", "--allow-root", $"--port={port}", "--ip=127.0.0.1", "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={folder}"])
        {
            WorkingDirectory = folder,
        };
        start.Environment["JUPYTER_PATH"] = Path.Combine(folder, "jupyter");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder, "runtime");
        start.Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(folder, "config");
        start.Environment["JUPYTER_DATA_DIR"] = Path.Combine(folder, "data");
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
