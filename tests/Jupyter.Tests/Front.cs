using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using RnnNotebooks.Jupyter.Install;

namespace Jupyter.Tests;

/// <summary>Jupyter Notebook serving one folder, and a browser that looks at it.</summary>
public sealed class Front : IAsyncDisposable
{
    private const float Patience = 150_000;
    private readonly DirectoryInfo _folder;
    private readonly Process _jupyter;
    private readonly string _address;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Front(DirectoryInfo folder, Process jupyter, string address, IPlaywright playwright, IBrowser browser) =>
        (_folder, _jupyter, _address, _playwright, _browser) = (folder, jupyter, address, playwright, browser);

    /// <summary>What was photographed, for people to look at.</summary>
    internal static string Screenshots => Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots")).FullName;

    /// <summary>Starts both.</summary>
    /// <param name="folder">Removed afterwards.</param>
    /// <param name="notebooks">The folder below it that Jupyter serves.</param>
    internal static async Task<Front> StartAsync(DirectoryInfo folder, string notebooks)
    {
        KernelSpec.Install(Path.Combine(folder.FullName, "jupyter", "kernels"), KernelSpec.StandardName, TestKernel.Command);
        var port = FreePort();
        var jupyter = StartJupyter(folder.FullName, notebooks, port);
        try
        {
            await StartedAsync(jupyter);
            var (playwright, browser) = await LaunchAsync();
            return new Front(folder, jupyter, $"http://127.0.0.1:{port}/", playwright, browser);
        }
        catch
        {
            jupyter.Kill(entireProcessTree: true);
            jupyter.Dispose();
            throw;
        }
    }

    /// <summary>Debian's Chromium, without a window.</summary>
    internal static async Task<(IPlaywright Playwright, IBrowser Browser)> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        });
        return (playwright, browser);
    }

    /// <summary>Opens a notebook and waits until its kernel is there.</summary>
    internal async Task<IPage> OpenAsync(string notebook)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1300, Height = 1000 } });
        page.SetDefaultTimeout(Patience);
        await page.GotoAsync($"{_address}notebooks/{notebook}");
        await page.WaitForFunctionAsync("window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.info_reply.status === 'ok'");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        _jupyter.Kill(entireProcessTree: true);
        await _jupyter.WaitForExitAsync();
        _jupyter.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Process StartJupyter(string folder, string notebooks, int port)
    {
        var start = new ProcessStartInfo(
            "jupyter-notebook",
            ["--no-browser", "--allow-root", $"--port={port}", "--port-retries=0", "--ip=127.0.0.1", "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={notebooks}"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        start.Environment["JUPYTER_PATH"] = Path.Combine(folder, "jupyter");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder, "runtime");
        start.Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(folder, "config");
        start.Environment["JUPYTER_DATA_DIR"] = Path.Combine(folder, "data");
        return Process.Start(start)!;
    }

    private static async Task StartedAsync(Process jupyter)
    {
        var log = new List<string>();
        while (await jupyter.StandardError.ReadLineAsync() is { } line)
        {
            log.Add(line);
            if (line.Contains("is running at", StringComparison.Ordinal))
            {
                // A pipe that nobody reads would stop Jupyter once it is full.
                _ = jupyter.StandardError.ReadToEndAsync();
                return;
            }
        }

        Assert.Fail("Jupyter Notebook did not start:\n" + string.Join('\n', log));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
