using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RnnNotebooks.Engine;

/// <summary>Runs <c>dotnet restore</c>: it can be stopped, it ends by itself in time, and its error is the one that is shown.</summary>
internal static partial class DotnetRestore
{
    public static async Task RunAsync(string project, TimeSpan timeOut, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(DotNetInstallation.Program, ["restore", project, "--nologo", "--verbosity", "quiet", "--disable-build-servers"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(project),
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Process.Start(start) ?? throw new MagicException($"{start.FileName} could not be started.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeOut);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            string text = await output.ConfigureAwait(false) + await error.ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new MagicException("The packages could not be restored.\n" + Errors(text));
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new MagicException($"The packages could not be restored within {timeOut.TotalSeconds:0} seconds. Is a package feed out of reach?");
        }
    }

    // The lines "…/packages.csproj : error NU1101: …", each once, without the file that nobody wrote.
    private static string Errors(string text)
    {
        var errors = text.Split('\n')
            .Select(line => ErrorLine().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value.Trim())
            .Distinct()
            .ToArray();
        return errors.Length > 0 ? string.Join('\n', errors) : text.Trim();
    }

    [GeneratedRegex(@"error ((?:NU|NETSDK|MSB)\d+: .*?)(?: \[[^\[\]]*\])?\s*$")]
    private static partial Regex ErrorLine();
}
