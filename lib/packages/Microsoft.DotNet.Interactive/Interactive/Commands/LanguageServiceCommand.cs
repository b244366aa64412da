namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>A question about code at a position. It is answered while a cell runs: it only reads the state between cells.</summary>
public abstract class LanguageServiceCommand : KernelCommand
{
    private protected LanguageServiceCommand(string code, LinePosition linePosition, string? targetKernelName)
        : base(targetKernelName)
    {
        Code = code;
        LinePosition = linePosition;
    }

    public string Code { get; protected set; }

    /// <summary>Zero-based line and UTF-16 character.</summary>
    public LinePosition LinePosition { get; protected set; }
}
