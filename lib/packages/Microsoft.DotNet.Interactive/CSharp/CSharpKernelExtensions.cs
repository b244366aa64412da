namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>Set-up that hosts of the engine write.</summary>
public static class CSharpKernelExtensions
{
    /// <summary>Every C# cell has <c>display</c> and the other helpers: kept so that a host's set-up compiles.</summary>
    public static CSharpKernel UseKernelHelpers(this CSharpKernel kernel) => kernel;
}
