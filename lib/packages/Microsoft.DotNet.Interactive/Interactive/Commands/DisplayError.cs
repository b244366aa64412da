namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Shows an error without failing the cell.</summary>
public class DisplayError(string message) : KernelCommand
{
    public string Message { get; } = message;
}
