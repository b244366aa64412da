using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>What a cell is called in stack traces.</summary>
internal static class CellNames
{
    public const string Prefix = "cell ";

    public static string For(KernelInvocationContext context, Kernel kernel)
    {
        int number = kernel.RootKernel.SubmissionCount;
        return context.Command.Parent is null || number > 0 ? $"{Prefix}{number}" : "cell";
    }
}
