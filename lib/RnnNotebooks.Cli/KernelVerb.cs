using System.CommandLine;
using RnnNotebooks.Jupyter.Install;

namespace RnnNotebooks.Cli;

/// <summary><c>rnn kernel</c>: makes C# known to Jupyter, and is the kernel that Jupyter starts.</summary>
public static class KernelVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "kernel";

    /// <summary>The name of the subverb that is a kernel.</summary>
    public const string StartName = "start";

    /// <summary>The verb with its three subverbs.</summary>
    public static Command Create() => new(Name, "Install, remove or start the C# kernel for Jupyter.")
    {
        CreateInstall(),
        CreateUninstall(),
        CreateStart(),
    };

    /// <summary>Installs the kernelspec, under a name of its own where .NET Interactive has taken the usual one.</summary>
    /// <returns>The folder it was written to, and the kernel's name.</returns>
    internal static (string Folder, string Name) Install(string? name, string kernels)
    {
        if (name is null && KernelSpec.OwnedByDotNetInteractive([kernels, .. JupyterPaths.AllKernels()]) is { } theirs)
        {
            name = KernelSpec.NameOfItsOwn;
            Console.WriteLine($".NET Interactive's own kernel is installed as {KernelSpec.StandardName} in {theirs}: this one gets the name {name}.");
        }

        name ??= KernelSpec.StandardName;
        try
        {
            return (KernelSpec.Install(kernels, name, [.. StartCommand(), Name, StartName]), name);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserException(ExitCodes.CannotWrite, $"the kernel could not be installed into {kernels}: {refused.Message} Choose a folder with --prefix.");
        }
    }

    private static Command CreateInstall()
    {
        var (name, prefix) = (NameOption(), PrefixOption());
        var verb = new Command("install", "Let Jupyter find the C# kernel.") { name, prefix };
        verb.SetAction(parsed =>
        {
            var (folder, installed) = Install(parsed.GetValue(name), Kernels(parsed.GetValue(prefix)));
            Console.WriteLine($"Installed the kernel {installed} in {folder}");
            return ExitCodes.Success;
        });
        return verb;
    }

    private static Command CreateUninstall()
    {
        var (name, prefix) = (NameOption(), PrefixOption());
        var verb = new Command("uninstall", "Remove the C# kernel from Jupyter.") { name, prefix };
        verb.SetAction(parsed =>
        {
            var kernels = Kernels(parsed.GetValue(prefix));
            var chosen = parsed.GetValue(name);
            if (chosen is null)
            {
                chosen = KernelSpec.OwnedByDotNetInteractive([kernels]) is null ? KernelSpec.StandardName : KernelSpec.NameOfItsOwn;
            }

            if (!KernelSpec.Uninstall(kernels, chosen))
            {
                throw new UserException(ExitCodes.NotFound, $"there is no kernel {chosen} in {kernels}; `jupyter kernelspec list` shows what is installed.");
            }

            Console.WriteLine($"Removed the kernel {chosen} from {kernels}");
            return ExitCodes.Success;
        });
        return verb;
    }

    private static Command CreateStart()
    {
        var file = new Argument<string?>("connection_file")
        {
            Description = "The connection file that Jupyter made; without one the kernel makes its own and prints its path.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Command(StartName, "Be a kernel: this is what Jupyter runs.") { file };
        verb.SetAction(parsed => KernelStart.RunAsync(parsed.GetValue(file)));
        return verb;
    }

    private static Option<string?> NameOption() => new("--name") { Description = $"The kernel's name (default: {KernelSpec.StandardName})." };

    private static Option<string?> PrefixOption() =>
        new("--prefix") { Description = "Use PREFIX/share/jupyter/kernels instead of the user's own Jupyter folder." };

    private static string Kernels(string? prefix) =>
        prefix is null ? JupyterPaths.UserKernels : JupyterPaths.KernelsUnder(Path.GetFullPath(prefix));

    /// <summary>The published command line where there is one, as it starts fastest; else whatever runs now.</summary>
    private static string[] StartCommand()
    {
        var published = Path.Combine(Repository.Artifacts, "cli", OperatingSystem.IsWindows() ? "rnn.exe" : "rnn");
        if (File.Exists(published))
        {
            return [published];
        }

        var running = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(running) == "dotnet"
            ? [running, typeof(KernelVerb).Assembly.Location]
            : [running];
    }
}
