using RnnNotebooks.Cells;
using RnnNotebooks.Unrolling;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Figures;

public class RecordingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_the_static_unroller_ran_is_drawn_with_one_cell_a_step(bool withLengths)
    {
        using var scope = NewDisposeScope();
        var cell = new BasicRnn(3, 5);
        var lengths = withLengths ? tensor(new long[] { 2, 1, 2, 0 }) : null;
        var figure = Diagrams.Show(RunRecording.Of("static", _ => Unroll.Static(cell, randn(4, 2, 3), lengths)));
        var labels = figure.Labels.Select(label => label.Text).ToList();
        Assert.Equal(2, labels.Count(label => label == cell.CellName));
        Assert.Single(labels, "h initial");
        Assert.Single(labels, "unstack");
        Assert.Single(labels, "stack");
        Assert.Contains("(4, 2, 5)", labels);
        Assert.Equal("static", figure.Title);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(40)]
    public void What_the_dynamic_unroller_ran_is_drawn_as_a_loop(int steps)
    {
        using var scope = NewDisposeScope();
        var cell = new BasicLstm(3, 5);
        var labels = Diagrams.Show(RunRecording.Of("dynamic", _ => Unroll.Dynamic(cell, randn(4, steps, 3)))).Labels.Select(label => label.Text).ToList();
        Assert.Single(labels, cell.CellName);
        Assert.Single(labels, $"for t in 0 … {steps - 1}");
        Assert.Single(labels, "h initial");
        Assert.Single(labels, "c initial");
        Assert.Contains($"used {steps} times", labels);
    }
}
