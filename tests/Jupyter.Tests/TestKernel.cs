namespace Jupyter.Tests;

/// <summary>The kernel under test: the command line as it was built beside the tests.</summary>
internal static class TestKernel
{
    internal static string[] Command { get; } =
        ["dotnet", Path.Combine(AppContext.BaseDirectory, "rnn.dll"), "kernel", "start"];
}
