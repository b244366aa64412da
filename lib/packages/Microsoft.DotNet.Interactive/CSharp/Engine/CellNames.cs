using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>What a cell is called in stack traces: its number, and where it is another notebook's, that notebook and the number there.</summary>
internal static class CellNames
{
    public const string Question = "cell";

    public static string For(KernelInvocationContext context, Kernel kernel)
    {
        for (var command = context.Command; command is not null; command = command.Parent)
        {
            switch (command)
            {
                case ImportedCell imported:
                    return imported.Place;
                case UnnumberedSubmission:
                    return Question;
            }
        }

        int number = kernel.RootKernel.SubmissionCount;
        return number > 0 ? $"cell {number}" : Question;
    }

    /// <summary>Whether positions in this source are positions in the cell that runs.</summary>
    public static bool IsCell(string path) => path == Question || path.StartsWith("cell ", StringComparison.Ordinal);
}
