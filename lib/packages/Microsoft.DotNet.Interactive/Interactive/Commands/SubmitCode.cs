namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>Runs a cell: code in the target kernel's language, with any magics it holds.</summary>
public class SubmitCode(string code, string? targetKernelName = null) : KernelCommand(targetKernelName)
{
    public string Code { get; } = code;

    /// <summary>Values for the inputs that the code asks for by name, so that a notebook can run unattended.</summary>
    public IDictionary<string, string> Parameters { get; set; } = new Dictionary<string, string>();

    public override string ToString() => $"SubmitCode: {Code}";
}
