using System.Diagnostics;
using RnnNotebooks.Cli;

namespace Site.Tests;

/// <summary>The site, built once from the executed lessons of the checkout, and the browser to look at it.</summary>
public sealed class BuiltSite : IAsyncLifetime
{
    public string Folder { get; } = Path.Combine(Repository.Artifacts, "test-site");

    public Browser Browser { get; } = new();

    public IReadOnlyList<string> Pages { get; private set; } = [];

    public IEnumerable<string> Lessons => Pages.Where(p => p.Contains("/lessons/0", StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        var (exit, said) = await RunDocsAsync("--out", Folder);
        Assert.True(exit == 0, said);
        Pages = [.. Directory.GetFiles(Folder, "*.html", SearchOption.AllDirectories).Where(p => !p.Contains("/_static/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        await Browser.InitializeAsync();
    }

    public Task DisposeAsync() => Browser.DisposeAsync();

    /// <summary>Runs <c>rnn docs</c> as a user does.</summary>
    public static async Task<(int Exit, string Said)> RunDocsAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCodes).Assembly.Location, "docs", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}

[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<BuiltSite>
{
    public const string Name = "site";
}
