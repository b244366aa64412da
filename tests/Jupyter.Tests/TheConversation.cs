using System.Diagnostics;
using System.Text.Json.Nodes;
using RnnNotebooks.Engine;
using RnnNotebooks.Jupyter;
using RnnNotebooks.Jupyter.Install;

namespace Jupyter.Tests;

/// <summary>Runs conversation.py once; every test reads what was said there.</summary>
public sealed class TheConversation : IAsyncLifetime
{
    private readonly Dictionary<string, JsonNode> _said = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rnn-jupyter-");
    private string _log = "";

    /// <summary>What one conversation said; fails with the driver's own trace where it broke off.</summary>
    public JsonNode this[string name]
    {
        get
        {
            Assert.True(_said.ContainsKey(name), $"conversation.py did not get to {name}:\n{_log}");
            var says = _said[name];
            Assert.False(says is JsonObject broken && broken["failed"] is not null, $"{name} broke off: {(says as JsonObject)?["failed"]}");
            return says;
        }
    }

    public async Task InitializeAsync()
    {
        var kernels = Path.Combine(_folder.FullName, "kernels");
        KernelSpec.Install(kernels, KernelSpec.StandardName, TestKernel.Command);
        var server = new KernelServer(ConnectionFile.Local(), NotebookKernel.Create);
        server.Comms.Register("echo", (comm, data) =>
        {
            comm.Send(data);
            comm.Message += comm.Send;
            comm.Closed += _ => Console.WriteLine("closed");
        });
        var connection = Path.Combine(_folder.FullName, "in-process.json");
        server.Connection.Write(connection, KernelSpec.StandardName);
        var serving = server.RunAsync();
        try
        {
            await ConverseAsync(connection);
        }
        finally
        {
            server.Stop();
            await serving;
            server.Dispose();
        }
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private async Task ConverseAsync(string connection)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "conversation.py"), connection])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment["JUPYTER_PATH"] = _folder.FullName;
        start.Environment["PYTHONPATH"] = AppContext.BaseDirectory;
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1";
        using var driver = Process.Start(start)!;
        var log = driver.StandardError.ReadToEndAsync();
        while (await driver.StandardOutput.ReadLineAsync() is { } line)
        {
            if (JsonNode.Parse(line) is JsonObject conversation)
            {
                _said[(string)conversation["name"]!] = conversation["says"]!;
            }
        }

        await driver.WaitForExitAsync();
        _log = await log;
    }
}

/// <summary>The tests that share one run of conversation.py.</summary>
[CollectionDefinition(Name)]
public sealed class ConversationTests : ICollectionFixture<TheConversation>
{
    public const string Name = "conversation";
}
