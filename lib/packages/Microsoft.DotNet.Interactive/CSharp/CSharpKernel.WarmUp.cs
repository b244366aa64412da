namespace Microsoft.DotNet.Interactive.CSharp;

public partial class CSharpKernel
{
    /// <summary>Compiles a trivial cell in the background, so that the first real one finds the compiler awake.</summary>
    internal void WarmUp() => _ = Task.Run(_session.Rehearse);
}
