using Microsoft.DotNet.Interactive.Commands;
using RnnNotebooks.Engine;

namespace Microsoft.DotNet.Interactive.Parsing;

/// <summary>Cuts a cell into the code that each kernel gets.</summary>
public class SubmissionParser(Kernel kernel)
{
    /// <summary>The submissions that a cell consists of, one a stretch of code; magics act when the cell runs.</summary>
    public Task<IReadOnlyList<KernelCommand>> SplitSubmission(SubmitCode submitCode)
    {
        IReadOnlyList<KernelCommand> commands =
        [
            .. SubmissionSplitter.Split(submitCode.Code, kernel)
                .OfType<CodePart>()
                .Select(part => new SubmitCode(part.Code, part.KernelName)),
        ];
        return Task.FromResult(commands);
    }
}
