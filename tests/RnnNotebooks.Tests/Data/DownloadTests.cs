using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using RnnNotebooks.Data;

namespace RnnNotebooks.Tests.Data;

/// <summary>A real HTTP server on this machine hands out the file, whole or in part.</summary>
public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] s_content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7))];
    private static readonly string s_sha256 = Convert.ToHexString(SHA256.HashData(s_content));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly HttpListener _server = new();
    private readonly Uri _address;
    private readonly List<string?> _ranges = [];
    private byte[] _served = s_content;

    public DownloadTests()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            _address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/digits.gz");
        }

        _server.Prefixes.Add(new Uri(_address, "/").ToString());
        _server.Start();
        _ = ServeAsync();
    }

    private string File => Path.Combine(_folder.FullName, "digits.gz");

    [Fact]
    public async Task A_file_is_fetched_once_and_kept()
    {
        var last = 0L;
        await Download.FileAsync(_address, File, s_sha256, (done, total) => (last, _) = (done, Assert.NotNull(total)));
        await Download.FileAsync(_address, File, s_sha256);
        Assert.Equal(s_content, await System.IO.File.ReadAllBytesAsync(File));
        Assert.Equal(s_content.Length, last);
        Assert.Single(_ranges);
    }

    [Fact]
    public async Task A_download_that_broke_off_is_continued()
    {
        await System.IO.File.WriteAllBytesAsync(File + ".part", s_content[..50_000]);
        await Download.FileAsync(_address, File, s_sha256);
        Assert.Equal(s_content, await System.IO.File.ReadAllBytesAsync(File));
        Assert.Equal(["bytes=50000-"], _ranges);
    }

    [Fact]
    public async Task A_file_with_the_wrong_checksum_is_never_kept()
    {
        _served = [1, 2, 3];
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Download.FileAsync(_address, File, s_sha256));
        Assert.Contains("wrong checksum", error.Message);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task Without_a_server_the_message_names_the_folder_to_put_the_file_into()
    {
        _server.Stop();
        var error = await Assert.ThrowsAsync<IOException>(() => Download.FileAsync(_address, File, s_sha256));
        Assert.Contains("digits.gz could not be fetched", error.Message);
        Assert.Contains(Download.CacheFolder, error.Message);
    }

    [Fact]
    public async Task A_cancelled_download_stops()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Download.FileAsync(_address, File, s_sha256, stopping: new CancellationToken(canceled: true)));
    }

    public void Dispose()
    {
        _server.Close();
        _folder.Delete(recursive: true);
    }

    private async Task ServeAsync()
    {
        while (_server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _server.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return; // stopped
            }

            var range = context.Request.Headers["Range"];
            _ranges.Add(range);
            var from = range is null ? 0 : int.Parse(range["bytes=".Length..^1]);
            context.Response.StatusCode = from > 0 ? 206 : 200;
            context.Response.ContentLength64 = _served.Length - from;
            await context.Response.OutputStream.WriteAsync(_served.AsMemory(from));
            context.Response.Close();
        }
    }
}
