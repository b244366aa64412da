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
    private Func<string, byte[]>? _serve;

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
    public async Task A_set_of_four_files_is_fetched_with_progress_and_afterwards_read_without_the_network()
    {
        byte[] images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 9, 8, 7, 6], labels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 1];
        (string, byte[])[] contents = [("train-images", images), ("train-labels", labels), ("test-images", images), ("test-labels", labels)];
        (string, string)[] files = [.. contents.Select(file => (file.Item1, Convert.ToHexString(SHA256.HashData(file.Item2))))];
        _serve = path => contents.Single(file => "/" + file.Item1 == path).Item2;
        List<string> told = [];

        await Mnist.FromFilesAsync(files, _folder.FullName, _address, (file, percent) => told.Add($"{file} {percent}"), default);
        _server.Stop();
        var (train, test) = await Mnist.FromFilesAsync(files, _folder.FullName, _address, null, default);

        Assert.Equal(["train-images 100", "train-labels 100", "test-images 100", "test-labels 100"], told);
        Assert.Equal((2, 7L, 1L), (train.Count, (long)train.Label(0), (long)test.Label(1)));
        Assert.Equal([7, 6], test.Pixels(1).ToArray());
    }

    [Fact]
    public async Task Where_MNISTs_server_gives_something_else_nothing_is_kept_and_the_file_is_named()
    {
        _served = [1, 2, 3];
        var before = Environment.GetEnvironmentVariable("RNN_NOTEBOOKS_DATA");
        Environment.SetEnvironmentVariable("RNN_NOTEBOOKS_DATA", _folder.FullName);
        try
        {
            var error = await Assert.ThrowsAsync<InvalidDataException>(() => Mnist.FullAsync(mirror: _address));
            Assert.Contains("train-images-idx3-ubyte.gz", error.Message);
            Assert.Empty(_folder.GetFiles("*", SearchOption.AllDirectories));
        }
        finally
        {
            Environment.SetEnvironmentVariable("RNN_NOTEBOOKS_DATA", before);
        }
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
            var served = _serve?.Invoke(context.Request.Url!.AbsolutePath) ?? _served;
            context.Response.ContentLength64 = served.Length - from;
            await context.Response.OutputStream.WriteAsync(served.AsMemory(from));
            context.Response.Close();
        }
    }
}
