using Microsoft.DotNet.Interactive.Commands;

namespace RnnNotebooks.Engine;

/// <summary>A cell of another notebook, which <c>#!import</c> runs.</summary>
/// <param name="code">The cell's text.</param>
/// <param name="kernelName">The kernel of its language.</param>
/// <param name="place">What a stack trace calls it, such as <c>setup.dib, cell 2</c>.</param>
internal sealed class ImportedCell(string code, string? kernelName, string place) : SubmitCode(code, kernelName)
{
    public string Place { get; } = place;
}
