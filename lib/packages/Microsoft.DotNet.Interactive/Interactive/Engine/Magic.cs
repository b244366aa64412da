using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Engine;

/// <summary>One instruction to the engine: its name, what it does, and its options for completion and help.</summary>
internal sealed record Magic(string Name, string Description, Func<MagicCall, Task> RunAsync)
{
    /// <summary>Options as they are written, such as <c>--name</c>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Whether it acts before the cell's code, wherever it stands.</summary>
    public bool IsHoisted { get; init; }
}

/// <summary>A magic about to act: its line, the kernel that it stands in and the cell.</summary>
internal sealed record MagicCall(MagicLine Line, Kernel Kernel, KernelInvocationContext Context)
{
    public CompositeKernel? Root => Kernel.RootKernel as CompositeKernel;
}
