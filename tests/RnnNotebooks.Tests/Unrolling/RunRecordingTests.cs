using RnnNotebooks.Cells;
using RnnNotebooks.Unrolling;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Unrolling;

public class RunRecordingTests
{
    [Fact]
    public void A_static_run_has_a_cell_a_step_and_no_loop_and_shares_its_weights()
    {
        using var scope = NewDisposeScope();
        var cell = new BasicRnn(3, 5);
        var recording = RunRecording.Of("static", _ => Unroll.Static(cell, randn(4, 3, 3)));

        Assert.Empty(recording.Loops);
        var cells = recording.Nodes.Where(node => node.Kind == RunNodeKind.Cell).ToArray();
        Assert.Equal([0, 1, 2], cells.Select(node => node.Step));
        Assert.All(cells, node => Assert.Equal(cells[0].Weights.Select(use => use.Id), node.Weights.Select(use => use.Id)));
        Assert.Equal(["Wx", "Wh", "B"], cells[0].Weights.Select(use => use.Name));
        Assert.Equal([4, 3], cells[0].Inputs[0].Shape);
        Assert.Equal([4, 5], cells[0].Outputs[0].Shape);
    }

    [Fact]
    public void The_state_of_one_step_is_an_input_of_the_next()
    {
        using var scope = NewDisposeScope();
        var cell = new BasicLstm(3, 5);
        var recording = RunRecording.Of("static", _ => Unroll.Static(cell, randn(4, 3, 3)));
        var cells = recording.Nodes.Where(node => node.Kind == RunNodeKind.Cell).ToArray();
        for (var t = 1; t < cells.Length; t++)
            Assert.Equal(cells[t - 1].Outputs.Select(use => use.Id), cells[t].Inputs.Skip(1).Select(use => use.Id));
        var stack = Assert.Single(recording.Nodes, node => node.Type == "stack");
        Assert.Equal(cells.Select(node => node.Outputs[0].Id), stack.Inputs.Select(use => use.Id));
        var unstack = Assert.Single(recording.Nodes, node => node.Type == "unstack");
        Assert.Equal(cells.Select(node => node.Inputs[0].Id), unstack.Outputs.Select(use => use.Id));
    }

    [Fact]
    public void A_dynamic_run_is_one_loop_around_its_cells()
    {
        using var scope = NewDisposeScope();
        var cell = new Gru(3, 5);
        var recording = RunRecording.Of("dynamic", _ => Unroll.Dynamic(cell, randn(4, 6, 3)));
        var loop = Assert.Single(recording.Loops);
        Assert.Equal(6, loop.Steps);
        Assert.Equal([4, 6, 3], loop.Inputs[0].Shape);
        Assert.Equal([4, 6, 5], loop.Outputs[0].Shape);
        Assert.All(recording.Nodes, node => Assert.Equal(0, node.Loop));
    }

    [Fact]
    public void A_network_written_by_hand_reports_its_own_nodes()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (randn(4, 3), randn(3, 5));
        var recording = RunRecording.Of("by hand", run =>
        {
            run.AtStep(0);
            var y = x.mm(w).tanh();
            run.Node(RunNodeKind.Operation, "tanh(x Wx)", [("x", x)], [("y", y)], [("Wx", w)]);
        });
        var node = Assert.Single(recording.Nodes);
        Assert.Equal(0, node.Step);
        Assert.Equal([3, 5], node.Weights[0].Shape);
    }

    [Fact]
    public void Nothing_is_recorded_outside_of_a_recording()
    {
        using var scope = NewDisposeScope();
        var recording = RunRecording.Of("empty", _ => Assert.NotNull(RunRecording.Current));
        _ = Unroll.Dynamic(new BasicRnn(3, 5), randn(1, 2, 3));
        Assert.Null(RunRecording.Current);
        Assert.Empty(recording.Nodes);
        Assert.Throws<InvalidOperationException>(() => recording.EndLoop());
    }

    [Fact]
    public void A_run_that_throws_leaves_no_recording_behind()
    {
        Assert.Throws<InvalidOperationException>(() => RunRecording.Of("broken", _ => throw new InvalidOperationException()));
        Assert.Null(RunRecording.Current);
    }
}
