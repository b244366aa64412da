using Microsoft.Playwright;

namespace Site.Tests;

/// <summary>The system's Chromium, without a network: a page that asks for anything beyond the site fails its test.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
        });
    }

    public async Task DisposeAsync()
    {
        await chromium!.DisposeAsync();
        playwright!.Dispose();
    }

    /// <summary>Opens a file in a context of its own, offline, and gathers what the page complains about.</summary>
    public async Task<OpenPage> OpenAsync(string file, int width = 1280, bool dark = false, bool scripts = true)
    {
        var context = await chromium!.NewContextAsync(new()
        {
            Offline = true,
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = width, Height = 900 },
            BypassCSP = false,
        });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url}: {request.Failure}");
        page.Dialog += (_, dialog) => complaints.Add($"dialog: {dialog.Message}");
        await page.GotoAsync(new Uri(file).AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
        return new OpenPage(context, page, complaints);
    }
}

/// <summary>A page, and what it complained about so far.</summary>
public sealed record OpenPage(IBrowserContext Context, IPage Page, List<string> Complaints) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
