using RnnNotebooks.Cli.Docs;

namespace Site.Tests;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("one *two* three", @"one \ *two*\  three")]
    [InlineData("the state $c_t$.", @"the state \ :math:`c_t`\ .")]
    [InlineData("call `W_xr` now", @"call \ ``W_xr``\  now")]
    [InlineData("a_b and 2*3 | 4", @"a\_b and 2\*3 \| 4")]
    [InlineData("see [lesson 1](01-x.ipynb#a)", "see lesson 1")]
    public void Inline_Markdown_becomes_inline_reStructuredText(string markdown, string expected) => Assert.Equal(expected, MarkdownText.ToRst(markdown));

    [Theory]
    [InlineData("the shapes of $W_{xr}$ and `h`", "the shapes of W_xr and h")]
    [InlineData("see [lesson 1](01-x.ipynb) and [0, 1]", "see lesson 1 and [0, 1]")]
    public void A_title_keeps_only_its_words(string markdown, string expected) => Assert.Equal(expected, MarkdownText.Plain(markdown));
}
