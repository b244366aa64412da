namespace Jupyter.Tests;

[Collection(ConversationTests.Name)]
public sealed class LanguageMessageTests(TheConversation said)
{
    [Fact]
    public void Completion_offers_exactly_the_members_that_fit()
    {
        var member = said["complete_and_inspect"]["member"]!;
        Assert.Equal(["WriteLine"], member["matches"]!.Texts());
        Assert.Equal((8, 15), ((int)member["cursor_start"]!, (int)member["cursor_end"]!));
        Assert.Equal("WriteLine", (string)member["metadata"]!["_jupyter_types_experimental"]![0]!["text"]!);
        Assert.Equal("method", (string)member["metadata"]!["_jupyter_types_experimental"]![0]!["type"]!);
        Assert.Equal(["WriteLine"], said["complete_and_inspect"]["middle"]!["matches"]!.Texts());
    }

    [Fact]
    public void Completion_knows_the_variables_of_earlier_cells() =>
        Assert.Equal(["answerToAll"], said["complete_and_inspect"]["variable"]!["matches"]!.Texts());

    [Fact]
    public void Positions_count_code_points()
    {
        var emoji = said["complete_and_inspect"]["emoji"]!;
        var length = (int)said["complete_and_inspect"]["emoji_length"]!;
        Assert.Equal(["WriteLine"], emoji["matches"]!.Texts());
        Assert.Equal((length - "WriteLi".Length, length), ((int)emoji["cursor_start"]!, (int)emoji["cursor_end"]!));
    }

    [Theory]
    [InlineData("inspect", "WriteLine")]
    [InlineData("inspect_call", "WriteLine")]
    [InlineData("inspect_variable", "answerToAll")]
    public void Inspection_shows_the_signature(string conversation, string expected)
    {
        var inspected = said["complete_and_inspect"][conversation]!;
        Assert.True((bool)inspected["found"]!);
        Assert.Contains(expected, (string)inspected["data"]!["text/plain"]!);
    }

    [Fact]
    public void Inspection_of_nothing_finds_nothing() =>
        Assert.False((bool)said["complete_and_inspect"]["inspect_nothing"]!["found"]!);

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("var x = 1;", "complete")]
    [InlineData("if (true) { }", "complete")]
    [InlineData("#!time\n1 + 1", "complete")]
    [InlineData("", "complete")]
    [InlineData("foreach (var i in new[] { 1 })\n{", "incomplete")]
    [InlineData("Console.WriteLine(", "incomplete")]
    [InlineData("1 +", "incomplete")]
    [InlineData("/* open", "incomplete")]
    [InlineData("var s = \"\"\"\nabc", "incomplete")]
    [InlineData("int = 3;", "invalid")]
    [InlineData(")", "invalid")]
    [InlineData("#!markdown\n# Hello", "unknown")]
    public void A_console_learns_whether_to_run_or_to_continue(string code, string status) =>
        Assert.Equal(status, (string)said["is_complete"][code]!["status"]!);

    [Fact]
    public void A_continued_line_is_indented_as_deep_as_its_braces() =>
        Assert.Equal("        ", (string)said["is_complete"]["class A\n{\n    void M()\n    {"]!["indent"]!);
}
