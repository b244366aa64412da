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
