using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using RnnNotebooks.Cli.Running;
using RnnNotebooks.Documents;
using RnnNotebooks.Engine;

namespace RnnNotebooks.Cli.Tests;

public sealed class OutputRecorderTests
{
    private static readonly SubmitCode Cell = new("a cell");
    private readonly OutputRecorder recorder = new();

    public OutputRecorderTests() => recorder.Begin(1);

    [Fact]
    public void Text_printed_in_pieces_is_one_output()
    {
        Print("one ");
        Print("two");
        Assert.Equal("one two", Assert.IsType<StreamOutput>(Assert.Single(recorder.End())).Text);
    }

    [Fact]
    public void A_display_is_updated_where_it_stands()
    {
        recorder.OnEvent(new DisplayedValueProduced("first", Cell, Plain("first"), "d"));
        Print("below");
        recorder.OnEvent(new DisplayedValueUpdated("second", "d", Cell, Plain("second")));
        Assert.Equal(["second", "below"], Texts());
    }

    [Fact]
    public void Cleared_outputs_vanish_at_once()
    {
        Print("old");
        recorder.OnEvent(new OutputCleared(wait: false, Cell));
        Assert.Empty(recorder.End());
    }

    [Fact]
    public void Outputs_cleared_with_waiting_stay_until_the_next_one()
    {
        Print("old");
        recorder.OnEvent(new OutputCleared(wait: true, Cell));
        Assert.Equal(["old"], Texts());
        Print("new");
        Print("er");
        Assert.Equal(["newer"], Texts());
    }

    [Fact]
    public void An_update_of_a_display_that_was_cleared_away_changes_nothing()
    {
        recorder.OnEvent(new DisplayedValueProduced("first", Cell, Plain("first"), "d"));
        recorder.OnEvent(new OutputCleared(wait: false, Cell));
        Print("new");
        recorder.OnEvent(new DisplayedValueUpdated("second", "d", Cell, Plain("second")));
        Assert.Equal(["new"], Texts());
    }

    [Fact]
    public void A_clear_that_waited_in_vain_does_not_reach_the_next_cell()
    {
        recorder.OnEvent(new OutputCleared(wait: true, Cell));
        recorder.Begin(2);
        Print("one");
        recorder.OnEvent(new DisplayedValueProduced("two", Cell, Plain("two"), "d"));
        Assert.Equal(["one", "two"], Texts());
    }

    private void Print(string text) => recorder.OnEvent(new StandardOutputValueProduced(Cell, Plain(text)));

    private static FormattedValue[] Plain(string text) => [new("text/plain", text)];

    private string[] Texts() => [.. recorder.End().Select(output => output switch
    {
        StreamOutput stream => stream.Text,
        DisplayDataOutput shown => $"{shown.Data["text/plain"]}",
        _ => $"unexpected {output}",
    })];
}
