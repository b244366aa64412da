using System.Diagnostics;

namespace RnnNotebooks.Cli.Tests;

public sealed class LabVerbTests
{
    private const string Jupyter = "/usr/bin/jupyter-notebook";

    [Fact]
    public async Task Jupyter_trusts_the_lessons_so_that_it_shows_their_saved_figures()
    {
        var folder = Directory.CreateTempSubdirectory("rnn-trust-");
        var notebook = Path.Combine(folder.FullName, "lesson.ipynb");
        await File.WriteAllTextAsync(notebook, """
            {"cells": [{"cell_type": "code", "execution_count": 1, "id": "a", "metadata": {}, "source": "figure", "outputs": [
              {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<svg></svg>"}}]}],
             "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """);
        const string Asks = "import nbformat, sys; from nbformat.sign import NotebookNotary as N; print(N().check_signature(nbformat.read(sys.argv[1], 4)))";

        Assert.Equal("False", await RunAsync(new ProcessStartInfo("/usr/bin/python3", ["-c", Asks, notebook]), folder));
        await RunAsync(LabVerb.Trust(Jupyter, [notebook])!, folder);
        Assert.Equal("True", await RunAsync(new ProcessStartInfo("/usr/bin/python3", ["-c", Asks, notebook]), folder));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("-TERM")]
    [InlineData("-INT")]
    public async Task Jupyter_ends_with_the_command_that_started_it(string signal)
    {
        var folder = Directory.CreateTempSubdirectory("rnn-lab-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "rnn.dll"), "lab", "--no-browser"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in new[] { "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR" })
        {
            start.Environment[name] = folder.FullName;
        }

        using var lab = Process.Start(start)!;
        try
        {
            while (await lab.StandardError.ReadLineAsync() is { } line && !line.Contains("is running at", StringComparison.Ordinal))
            {
            }

            await Process.Start("kill", [signal, $"{lab.Id}"]).WaitForExitAsync();

            // Jupyter writes to the same pipe: it ends when both have.
            await lab.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
            await lab.WaitForExitAsync();
            Assert.Equal(ExitCodes.Success, lab.ExitCode);
        }
        finally
        {
            foreach (var runtime in folder.GetFiles("nbserver-*.json"))
            {
                Process.Start("kill", [runtime.Name.Split('-', '.')[1]]).WaitForExit();
            }

            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(ProcessStartInfo start, DirectoryInfo folder)
    {
        start.RedirectStandardOutput = true;
        start.Environment["JUPYTER_DATA_DIR"] = folder.FullName;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return said.Trim();
    }
}
