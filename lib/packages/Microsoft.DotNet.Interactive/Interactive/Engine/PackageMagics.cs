using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace RnnNotebooks.Engine;

/// <summary><c>#r "nuget:…"</c> and <c>#i "nuget:…"</c>, sent on as commands to the kernel they stand in.</summary>
internal static class PackageMagics
{
    public static Task AddPackageAsync(MagicCall call) =>
        PackageReference.TryParse(string.Join(' ', call.Line.Arguments), out var reference)
            ? SendAsync(call, new AddPackage(reference.PackageName, reference.PackageVersion, call.Kernel.Name))
            : throw new MagicException("#r \"nuget:\" needs a package's name: #r \"nuget:Id,version\".");

    public static Task AddSourceAsync(MagicCall call)
    {
        string source = string.Join(' ', call.Line.Arguments).Trim();
        source = source.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? source["nuget:".Length..].Trim() : source;
        return source.Length > 0
            ? SendAsync(call, new AddPackageSource(source, call.Kernel.Name))
            : throw new MagicException("#i needs a feed's address or a folder: #i \"nuget:folder\".");
    }

    private static async Task SendAsync(MagicCall call, KernelCommand command)
    {
        var result = await call.Kernel.RootKernel.SendAsync(command, call.Context.StopToken).ConfigureAwait(false);
        if (result.Events.OfType<CommandFailed>().LastOrDefault() is { } failed)
        {
            call.Context.StopToken.ThrowIfCancellationRequested();
            throw new MagicException(failed.Message);
        }
    }
}
