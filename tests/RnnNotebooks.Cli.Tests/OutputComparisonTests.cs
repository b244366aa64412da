using RnnNotebooks.Cli.Running;
using RnnNotebooks.Documents;

namespace RnnNotebooks.Cli.Tests;

public sealed class OutputComparisonTests
{
    [Theory]
    [InlineData("loss 0.50000", "loss 0.50001")]
    [InlineData("1E-9 and -3", "2E-9 and -3")]
    [InlineData("same", "same")]
    public void What_differs_in_the_last_digits_only_is_the_same(string saved, string now) => Assert.Null(Difference(saved, now));

    [Theory]
    [InlineData("loss 0.5", "loss 0.6")]
    [InlineData("loss 0.5", "accuracy 0.5")]
    [InlineData("1 2 3", "1 2")]
    [InlineData("1 2", "1 2 3")]
    [InlineData("-0.5", "0.5")]
    public void Another_number_or_another_word_is_a_difference(string saved, string now) => Assert.NotNull(Difference(saved, now));

    [Fact]
    public void An_output_more_is_a_difference() =>
        Assert.Equal("has 1 outputs, and 0 are saved.", OutputComparison.Difference([], [new StreamOutput("stdout", "x")]));

    private static string? Difference(string saved, string now) => OutputComparison.Difference([new StreamOutput("stdout", saved)], [new StreamOutput("stdout", now)]);
}
