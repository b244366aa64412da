namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>What the compiler says about code that is not run.</summary>
public class RequestDiagnostics(string code, string? targetKernelName = null) : KernelCommand(targetKernelName)
{
    public string Code { get; } = code;
}
