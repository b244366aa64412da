using System.Diagnostics;

namespace PlotlyTests;

/// <summary>Chromium without a window and without a network: what a page looks like after its scripts ran.</summary>
internal static class Browser
{
    public static string Dom(string pagePath)
    {
        using var profile = new TemporaryFolder();
        var start = new ProcessStartInfo("chromium")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--no-first-run",
            // WebGL without a graphics card, for the charts in space
            "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
            "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--virtual-time-budget=15000", $"--user-data-dir={profile.Path}", "--dump-dom", new Uri(pagePath).AbsoluteUri,
        ];
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Chromium did not start: install the package chromium.");
        var errors = process.StandardError.ReadToEndAsync();
        string dom = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(dom.Length > 0, $"Chromium gave no page: {errors.Result}");
        return dom;
    }
}

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("charts-").FullName;

    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
