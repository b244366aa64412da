using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RnnNotebooks.Engine;

namespace RnnNotebooks.Jupyter.Install;

/// <summary>What Jupyter reads to offer and start this kernel: a folder with kernel.json and logos.</summary>
public static class KernelSpec
{
    /// <summary>The name that C# notebooks ask for.</summary>
    public const string StandardName = ".net-csharp";

    /// <summary>The name beside .NET Interactive, where that owns <see cref="StandardName"/>.</summary>
    public const string NameOfItsOwn = "rnn-csharp";

    private static readonly string[] Logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the kernelspec into <paramref name="kernelsFolder"/> and returns its folder.</summary>
    /// <param name="kernelsFolder">A <c>kernels</c> folder that Jupyter searches.</param>
    /// <param name="name">The kernel's name, usually <see cref="StandardName"/>.</param>
    /// <param name="command">The program and arguments that start a kernel; the connection file's place is added.</param>
    public static string Install(string kernelsFolder, string name, IEnumerable<string> command)
    {
        var folder = Path.Combine(kernelsFolder, name);
        Directory.CreateDirectory(folder);
        var spec = new JsonObject
        {
            ["argv"] = Texts([.. command, "{connection_file}"]),
            ["display_name"] = name == StandardName ? ".NET (C#)" : $".NET (C#) {name}",
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = Environment(),
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        var file = Path.Combine(folder, "kernel.json");
        File.WriteAllText(file + ".new", spec.ToJsonString(Indented) + "\n");
        File.Move(file + ".new", file, overwrite: true);
        foreach (var logo in Logos)
        {
            using var from = typeof(KernelSpec).Assembly.GetManifestResourceStream(logo)!;
            using var to = File.Create(Path.Combine(folder, logo));
            from.CopyTo(to);
        }

        return folder;
    }

    /// <summary>Removes the kernelspec; false when there was none.</summary>
    public static bool Uninstall(string kernelsFolder, string name)
    {
        var folder = Path.Combine(kernelsFolder, name);
        if (!File.Exists(Path.Combine(folder, "kernel.json")))
        {
            return false;
        }

        Directory.Delete(folder, recursive: true);
        return true;
    }

    /// <summary>The folder of .NET Interactive's own kernelspec, if one of <paramref name="kernelsFolders"/> holds it under our name.</summary>
    public static string? OwnedByDotNetInteractive(IEnumerable<string> kernelsFolders) =>
        kernelsFolders.Select(folder => Path.Combine(folder, StandardName)).FirstOrDefault(IsDotNetInteractive);

    private static bool IsDotNetInteractive(string folder)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))?["argv"] is JsonArray argv
                && argv.Any(part => part?.ToString() is { } text
                    && (text == "interactive" || text.Contains("dotnet-interactive", StringComparison.OrdinalIgnoreCase)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            // No kernelspec that Jupyter could start, so nobody's.
            return false;
        }
    }

    private static JsonObject Environment()
    {
        var environment = new JsonObject
        {
            // Compiled code is written where it runs, without a second mapping of each page: 10 ms less to the first result.
            ["DOTNET_EnableWriteXorExecute"] = "0",
        };
        if (DotNetInstallation.Root is { } root)
        {
            // A front end started from a desktop has no such variable, and an apphost finds its runtime by it.
            environment["DOTNET_ROOT"] = root;
        }

        return environment;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
