using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace RnnNotebooks.Data;

/// <summary>
/// Fetches a file once: what is there already is kept, what broke off is continued, and what has the wrong checksum is never used.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public static class Download
{
    private static readonly HttpClient s_client = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>The folder for fetched data: RNN_NOTEBOOKS_DATA, or <c>.cache/rnn-notebooks</c> in the home folder.</summary>
    public static string CacheFolder =>
        Environment.GetEnvironmentVariable("RNN_NOTEBOOKS_DATA") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "rnn-notebooks");

    /// <summary>Makes sure that a file is there and is the right one.</summary>
    /// <param name="address">Where to fetch it.</param>
    /// <param name="path">Where to keep it; an unfinished download lies beside it as <c>.part</c>.</param>
    /// <param name="sha256">The checksum that it must have, in hexadecimal.</param>
    /// <param name="progress">Told the bytes so far and, where known, the bytes in all.</param>
    /// <param name="stopping">Breaks the download off; the part that came is kept.</param>
    /// <returns>The path.</returns>
    /// <exception cref="IOException">The file cannot be fetched (offline, refused) or kept.</exception>
    /// <exception cref="InvalidDataException">What came has another checksum; it was deleted.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> was cancelled.</exception>
    public static async Task<string> FileAsync(
        Uri address, string path, string sha256, Action<long, long?>? progress = null, CancellationToken stopping = default)
    {
        if (IsRight(path, sha256))
            return path;
        var part = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await ContinueAsync(address, part, progress, stopping);
        }
        catch (HttpRequestException error)
        {
            throw new IOException($"{Path.GetFileName(path)} could not be fetched from {address.Host} ({error.Message}); connect to the internet and try again, or put the file into {CacheFolder}.", error);
        }
        catch (TaskCanceledException error) when (!stopping.IsCancellationRequested)
        {
            throw new IOException($"{address.Host} did not answer in time; connect to the internet and try again, or put {Path.GetFileName(path)} into {CacheFolder}.", error);
        }

        if (!IsRight(part, sha256))
        {
            File.Delete(part);
            throw new InvalidDataException($"{Path.GetFileName(path)} from {address.Host} has the wrong checksum and was deleted; try again.");
        }

        File.Move(part, path, overwrite: true);
        return path;
    }

    /// <summary>Is the file there, with this checksum?</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">The checksum, in hexadecimal.</param>
    public static bool IsRight(string path, string sha256)
    {
        if (!File.Exists(path))
            return false;
        using var file = File.OpenRead(path);
        return string.Equals(Convert.ToHexString(SHA256.HashData(file)), sha256, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task ContinueAsync(Uri address, string part, Action<long, long?>? progress, CancellationToken stopping)
    {
        var have = File.Exists(part) ? new FileInfo(part).Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (have > 0)
            request.Headers.Range = new RangeHeaderValue(have, null);
        using var response = await s_client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopping);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            return; // everything came before; the checksum decides
        response.EnsureSuccessStatusCode();

        var continued = response.StatusCode == HttpStatusCode.PartialContent;
        var done = continued ? have : 0;
        var total = response.Content.Headers.ContentLength + done;
        await using var from = await response.Content.ReadAsStreamAsync(stopping);
        await using var to = new FileStream(part, continued ? FileMode.Append : FileMode.Create);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await from.ReadAsync(buffer, stopping)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), stopping);
            progress?.Invoke(done += read, total);
        }
    }
}
