using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary><c>#!about</c> and <c>#!lsmagic</c>.</summary>
internal static class AboutMagics
{
    public static Task AboutAsync(MagicCall call)
    {
        var assembly = typeof(AboutMagics).Assembly;
        string version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        call.Context.DisplayAs(
            $"""
            C# notebook engine of RnnNotebooks, version {version}
            Runtime: {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription} ({RuntimeInformation.RuntimeIdentifier})
            Working directory: {Directory.GetCurrentDirectory()}
            """,
            "text/plain");
        return Task.CompletedTask;
    }

    public static Task ListAsync(MagicCall call)
    {
        var kernels = call.Root?.ChildKernels.Where(kernel => Magics.Find("#!" + kernel.Name) is null).Select(kernel => (Name: "#!" + kernel.Name, Description: kernel.KernelInfo.Description ?? $"The rest of the section is {kernel.KernelInfo.LanguageName ?? kernel.Name}."))
            ?? [];
        var rows = Magics.All.Select(magic => (magic.Name, magic.Description)).Concat(kernels).ToArray();
        int width = rows.Max(row => row.Name.Length);
        call.Context.DisplayAs(string.Join('\n', rows.Select(row => $"{row.Name.PadRight(width)}  {row.Description}")), "text/plain");
        return Task.CompletedTask;
    }
}
