using System.Xml.Linq;
using RnnNotebooks.Drawing;

namespace RnnNotebooks.Tests.Figures;

public class ShowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void A_static_graph_grows_with_the_steps(int steps)
    {
        var run = RunExamples.Static(steps);
        Assert.Equal(steps, Nodes(Diagrams.Show(run.Nodes, run.Loops)));
    }

    [Fact]
    public void A_long_static_graph_keeps_its_ends_and_says_how_many_steps_it_leaves_out()
    {
        var run = RunExamples.Static(100);
        var figure = Diagrams.Show(run.Nodes, run.Loops);
        Assert.Equal(5, Nodes(figure));
        Assert.Contains("95 more", figure.Svg, StringComparison.Ordinal);
        Assert.Contains("used 100 times", figure.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_the_steps_left_out_take_stands_nowhere_on_the_picture()
    {
        var run = RunExamples.StaticFromOneInput(10);
        var figure = Diagrams.Show(run.Nodes, run.Loops);
        Assert.Equal(["inputs", "outputs"], figure.Labels.Select(label => label.Text).Where(text => text.StartsWith('x') || text.EndsWith("puts", StringComparison.Ordinal)).Order());
        Assert.Contains("5 more", figure.Svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public void A_dynamic_graph_is_one_cell_in_a_loop_however_many_steps_it_runs(int steps)
    {
        var run = RunExamples.Dynamic(steps);
        var figure = Diagrams.Show(run.Nodes, run.Loops);
        Assert.Equal(1, Nodes(figure));
        Assert.Contains($"for t in 0 … {steps - 1}", figure.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_weight_is_drawn_once_and_marked_at_every_use()
    {
        var run = RunExamples.Static(3);
        var groups = Groups(Diagrams.Show(run.Nodes, run.Loops));
        Assert.Equal(3, groups.Where(classes => classes.Contains("f-w")).Select(classes => string.Join(' ', classes)).Distinct().Count());
        Assert.Equal(3, groups.Count(classes => classes.Contains("f-p") && classes.Contains("f-u0")));
        Assert.Equal(3, groups.Count(classes => classes.Contains("f-p") && classes.Contains("f-u1")));
    }

    [Fact]
    public void One_check_box_covers_each_weight_and_there_is_no_script()
    {
        var run = RunExamples.ByHand();
        var html = Diagrams.Show(run.Nodes, run.Loops).Html;
        var boxes = html.Split("<input ")[1..];
        Assert.Equal(3, boxes.Length);
        Assert.All(boxes, box => Assert.Contains("aria-label=\"Light up every use of ", box.Split('>')[0], StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onclick", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Shapes_stand_on_the_arrows()
    {
        var run = RunExamples.StaticFromOneInput(2);
        var labels = Diagrams.Show(run.Nodes, run.Loops).Labels.Select(label => label.Text).ToList();
        Assert.Contains("(4, 2, 3)", labels);
        Assert.Contains("(4, 2, 5)", labels);
        Assert.Equal(2, labels.Count(label => label == "(4, 3)"));
    }

    [Fact]
    public void An_empty_recording_is_refused_with_a_sentence()
    {
        var error = Assert.Throws<ArgumentException>(() => Diagrams.Show([], []));
        Assert.StartsWith("The recording is empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_lstm_carries_both_parts_of_its_state_from_step_to_step()
    {
        var (nodes, loops) = RecordedRuns.Of("LSTM");
        var edges = XDocument.Parse(Diagrams.Show(nodes, loops).Svg).Descendants().Where(element => element.Name.LocalName == "title").Select(title => title.Value).ToList();
        Assert.Contains("h (4, 5)", edges);
        Assert.Contains("c (4, 5)", edges);
    }

    [Fact]
    public void A_mask_between_two_steps_does_not_tear_the_chain()
    {
        var (nodes, loops) = RecordedRuns.Of("masked");
        var labels = Diagrams.Show(nodes, loops).Labels.Select(label => label.Text).ToList();
        Assert.Single(labels, "h initial");
        Assert.DoesNotContain("y0", labels);
    }

    [Fact]
    public void A_second_layer_stands_above_the_first()
    {
        var (nodes, loops) = RecordedRuns.Of("two layers");
        var cells = Diagrams.Show(nodes, loops).Labels.Where(label => label.Text == "BasicRnn").ToList();
        Assert.Equal(2, cells.Select(cell => cell.Place.Y).Distinct().Count());
        Assert.Equal(2, cells.Select(cell => cell.Place.X).Distinct().Count());
    }

    [Theory]
    [InlineData("LSTM")]
    [InlineData("bidirectional LSTM")]
    [InlineData("masked")]
    [InlineData("two layers")]
    public void No_two_labels_of_a_run_lie_on_each_other(string run)
    {
        var (nodes, loops) = RecordedRuns.Of(run);
        var labels = Diagrams.Show(nodes, loops).Labels;
        for (var i = 0; i < labels.Count; i++)
        {
            for (var j = i + 1; j < labels.Count; j++)
                Assert.False(labels[i].Place.Overlaps(labels[j].Place), $"“{labels[i].Text}” and “{labels[j].Text}” overlap.");
        }
    }

    // A node is a group for its box and one for its label; the boxes are counted.
    private static int Nodes(SvgFigure figure) => XDocument.Parse(figure.Svg).Descendants().Count(element =>
        ((string?)element.Attribute("class"))?.Split(' ').Contains("f-node") == true && element.Elements().Any(child => child.Name.LocalName == "rect"));

    private static List<string[]> Groups(SvgFigure figure) =>
        [.. XDocument.Parse(figure.Svg).Descendants().Where(element => element.Name.LocalName == "g").Select(element => ((string)element.Attribute("class")!).Split(' '))];
}
