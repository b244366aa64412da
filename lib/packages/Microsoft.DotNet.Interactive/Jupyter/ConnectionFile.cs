using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RnnNotebooks.Jupyter;

/// <summary>Where a kernel listens and the key its messages are signed with: the file that Jupyter hands to a kernel.</summary>
/// <param name="Transport"><c>tcp</c> or <c>ipc</c>.</param>
/// <param name="Ip">The address to bind, or the path prefix of the ipc sockets.</param>
/// <param name="ShellPort">Port of the shell channel; 0 lets the system choose, as for the four others.</param>
/// <param name="ControlPort">Port of the control channel.</param>
/// <param name="StdinPort">Port of the stdin channel.</param>
/// <param name="IopubPort">Port of the iopub channel.</param>
/// <param name="HeartbeatPort">Port of the heartbeat.</param>
/// <param name="Key">The key of the HMAC-SHA256 signatures; empty means unsigned.</param>
public sealed record ConnectionFile(
    string Transport,
    string Ip,
    int ShellPort,
    int ControlPort,
    int StdinPort,
    int IopubPort,
    int HeartbeatPort,
    string Key)
{
    private const string Scheme = "hmac-sha256";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A connection of its own on this machine, with a fresh key and ports that the system chooses.</summary>
    public static ConnectionFile Local() =>
        new("tcp", "127.0.0.1", 0, 0, 0, 0, 0, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Reads a connection file, and closes it to other users: whoever can read the key can run code as its owner.</summary>
    /// <exception cref="InvalidDataException">The file is not a connection file, or asks for another signature scheme.</exception>
    public static ConnectionFile Read(string path)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & ~OwnerOnly) != 0)
        {
            CloseToOthers(path, mode);
        }

        try
        {
            var file = JsonNode.Parse(File.ReadAllText(path)) as JsonObject
                ?? throw new InvalidDataException($"{path} is not a connection file: it holds no JSON object.");
            var key = Text(file, "key", "");
            var scheme = Text(file, "signature_scheme", Scheme);
            if (key.Length > 0 && scheme != Scheme)
            {
                throw new InvalidDataException($"{path} asks for the signature scheme {scheme}; this kernel signs with {Scheme} only.");
            }

            return new ConnectionFile(
                Text(file, "transport", "tcp"),
                Text(file, "ip", "127.0.0.1"),
                Port(file, path, "shell_port"),
                Port(file, path, "control_port"),
                Port(file, path, "stdin_port"),
                Port(file, path, "iopub_port"),
                Port(file, path, "hb_port"),
                key);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{path} is not a connection file: {broken.Message}", broken);
        }
    }

    /// <summary>Writes the file for front ends to read; it is its owner's alone from the moment it exists.</summary>
    public void Write(string path, string kernelName)
    {
        var json = new JsonObject
        {
            ["transport"] = Transport,
            ["ip"] = Ip,
            ["shell_port"] = ShellPort,
            ["control_port"] = ControlPort,
            ["stdin_port"] = StdinPort,
            ["iopub_port"] = IopubPort,
            ["hb_port"] = HeartbeatPort,
            ["key"] = Key,
            ["signature_scheme"] = Scheme,
            ["kernel_name"] = kernelName,
        };
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(json.ToJsonString());
    }

    /// <summary>The address of one port, as ZeroMQ spells it.</summary>
    internal string Endpoint(int port) =>
        Transport == "ipc" ? $"ipc://{Ip}-{port}" : $"{Transport}://{Ip}:{(port == 0 ? "*" : port)}";

    [UnsupportedOSPlatform("windows")]
    private static void CloseToOthers(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(path, mode & OwnerOnly);
        }
        catch (UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{path} can be read by other users, and its owner is not the one who runs this kernel.");
        }
    }

    private static string Text(JsonObject file, string name, string otherwise) =>
        file[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : otherwise;

    private static int Port(JsonObject file, string path, string name) =>
        file[name] is JsonValue value && value.TryGetValue<int>(out var port)
            ? port
            : throw new InvalidDataException($"{path} is not a connection file: {name} is missing or not a number.");
}
