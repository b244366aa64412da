namespace RnnNotebooks.Cli.Tests;

/// <summary><c>rnn doctor</c>, on a machine that is set up for the tests.</summary>
public sealed class DoctorVerbTests
{
    [Fact]
    public async Task Everything_that_set_up_installs_is_found()
    {
        var (exit, said) = await TestNotebook.RnnAsync("doctor");

        Assert.True(exit == ExitCodes.Success, said);
        Assert.DoesNotContain("MISSING", said, StringComparison.Ordinal);
        Assert.DoesNotContain("absent", said, StringComparison.Ordinal);
        Assert.Contains("artifacts/lesson/librnntorch.so", said, StringComparison.Ordinal);
        Assert.Matches(@"libtorch +/\S+libtorch_cpu\.so", said);
    }
}
