using System.Diagnostics;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace RnnNotebooks.Engine;

/// <summary>Runs a cell part by part. Packages come first, wherever they stand, then everything in its order.</summary>
internal static class Submissions
{
    public static async Task RunAsync(SubmitCode submission, Kernel kernel, KernelInvocationContext context)
    {
        if (context.Parent is null && submission is not UnnumberedSubmission)
        {
            kernel.CountSubmission();
        }

        context.Publish(new CodeSubmissionReceived(submission));
        var parts = SubmissionSplitter.Split(submission.Code, kernel);
        if (parts is [CodePart only] && only.KernelName == kernel.Name && only.StartLine == 0)
        {
            await kernel.HandleAsync(submission, context).ConfigureAwait(false);
            return;
        }

        await AddPackagesAsync(parts, kernel, context).ConfigureAwait(false);
        var ordered = parts.Where(IsHoisted).Concat(parts.Where(part => !IsHoisted(part))).Where(part => !IsPackage(part));
        foreach (var part in ordered)
        {
            context.StopToken.ThrowIfCancellationRequested();
            if (!await RunPartAsync(part, submission, kernel, context).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <summary>Shows how long the cell took, when it ends.</summary>
    public static void Time(KernelInvocationContext context)
    {
        var watch = Stopwatch.StartNew();
        context.OnComplete(done => done.DisplayAs($"Wall time: {watch.Elapsed.TotalMilliseconds:0.####}ms", "text/plain"));
    }

    private static bool IsHoisted(CellPart part) => part is MagicPart { Magic.IsHoisted: true };

    private static bool IsPackage(CellPart part) => part is MagicPart { Magic.Name: "#r" or "#i" };

    private static async Task AddPackagesAsync(IReadOnlyList<CellPart> parts, Kernel kernel, KernelInvocationContext context)
    {
        foreach (var group in parts.OfType<MagicPart>().Where(IsPackage).GroupBy(part => part.KernelName))
        {
            var within = kernel.RootKernel.FindKernelByName(group.Key) ?? kernel;
            var calls = group.Select(part => new MagicCall(part.Line, within, context)).ToLookup(call => call.Line.Name);
            foreach (var source in calls["#i"])
            {
                await PackageMagics.AddSourceAsync(source).ConfigureAwait(false);
            }

            if (calls["#r"].ToArray() is { Length: > 0 } packages)
            {
                await PackageMagics.AddPackagesAsync(packages).ConfigureAwait(false);
            }
        }
    }

    private static async Task<bool> RunPartAsync(CellPart part, SubmitCode submission, Kernel kernel, KernelInvocationContext context)
    {
        if (part is MagicPart magic)
        {
            var within = kernel.RootKernel.FindKernelByName(magic.KernelName) ?? kernel;
            await magic.Magic.RunAsync(new MagicCall(magic.Line, within, context)).ConfigureAwait(false);
            return true;
        }

        var code = (CodePart)part;
        var target = kernel.RootKernel.FindKernelByName(code.KernelName) ?? kernel;
        var child = new SubmitCode(target.KernelInfo.LanguageName == "C#" ? code.PaddedCode : code.Code, code.KernelName)
        {
            Parameters = submission.Parameters,
        };
        child.SetParent(submission);
        return await RunChildAsync(child, target, context).ConfigureAwait(false);
    }

    /// <summary>Runs a part in a context of its own; when it fails, so does the whole, with the same words.</summary>
    private static async Task<bool> RunChildAsync(SubmitCode child, Kernel target, KernelInvocationContext context)
    {
        using var inner = new KernelInvocationContext(context.Origin, child, context, CancellationToken.None)
        {
            HandlingKernel = target,
        };
        KernelInvocationContext.Current = inner;
        try
        {
            await target.HandleAsync(child, inner).ConfigureAwait(false);
        }
        finally
        {
            KernelInvocationContext.Current = context;
        }

        inner.Complete(child);
        if (inner.Result.Events.OfType<CommandFailed>().LastOrDefault() is { } failed)
        {
            context.Fail(context.Command, failed.Exception, failed.Message);
            return false;
        }

        return true;
    }
}
