using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive;

/// <summary>Shorthands for kernels and trees of kernels.</summary>
public static class KernelExtensions
{
    public static Task<KernelCommandResult> SubmitCodeAsync(this Kernel kernel, string code) => kernel.SendAsync(new SubmitCode(code));

    public static Kernel? FindKernelByName(this Kernel kernel, string name) => kernel.FindKernels(one => one.Answers(name)).FirstOrDefault();

    public static IEnumerable<Kernel> FindKernels(this Kernel kernel, Func<Kernel, bool> predicate) => All(kernel).Where(predicate);

    public static void VisitSubkernels(this Kernel kernel, Action<Kernel> onVisit)
    {
        foreach (var one in All(kernel).Skip(1))
        {
            onVisit(one);
        }
    }

    public static void VisitSubkernelsAndSelf(this Kernel kernel, Action<Kernel> onVisit)
    {
        foreach (var one in All(kernel))
        {
            onVisit(one);
        }
    }

    /// <summary>Runs the cells of a notebook or script in order and shows its markdown.</summary>
    /// <exception cref="InvalidOperationException">A cell failed; the message is the cell's.</exception>
    public static async Task LoadAndRunInteractiveDocument(this Kernel kernel, FileInfo file, KernelCommand? parentCommand = null)
    {
        var command = new ImportDocument(file.FullName);
        if (parentCommand is not null)
        {
            command.SetParent(parentCommand);
        }

        var result = await kernel.RootKernel.SendAsync(command).ConfigureAwait(false);
        if (result.Events.OfType<Events.CommandFailed>().LastOrDefault(failed => failed.Command == command) is { } failure)
        {
            throw new InvalidOperationException(failure.Message, failure.Exception);
        }
    }

    /// <summary>Every kernel has <c>#!import</c>: kept so that a host's set-up compiles.</summary>
    public static TKernel UseImportMagicCommand<TKernel>(this TKernel kernel)
        where TKernel : Kernel => kernel;

    /// <summary>Every kernel has <c>#!share</c> and <c>#!set</c>: kept so that a host's set-up compiles.</summary>
    public static T UseValueSharing<T>(this T kernel)
        where T : Kernel => kernel;

    /// <summary>Every kernel has <c>#!who</c>: kept so that a host's set-up compiles.</summary>
    public static TKernel UseWho<TKernel>(this TKernel kernel)
        where TKernel : Kernel => kernel;

    private static IEnumerable<Kernel> All(Kernel kernel) =>
        kernel is CompositeKernel composite ? composite.ChildKernels.SelectMany(All).Prepend(kernel) : [kernel];
}
