using System.Globalization;
using RnnNotebooks.Drawing;

namespace RnnNotebooks;

/// <summary>
/// A node of a beam search: a token, the log-probability of everything up to it, and what was tried after it.
/// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
/// </summary>
/// <param name="Token">What was written at this node.</param>
/// <param name="LogProbability">The sum of the log-probabilities from the root to here.</param>
/// <param name="Kept">Did the node stay in the beam?</param>
/// <param name="Children">The continuations that were looked at.</param>
public sealed record BeamNode(string Token, double LogProbability, bool Kept, IReadOnlyList<BeamNode> Children)
{
    /// <summary>A small search with a beam of two, in which the greedy first choice loses.</summary>
    public static BeamNode Example() => new("#", 0, true,
    [
        new("1", -0.51, true, [new("2", -1.43, false, []), new("7", -1.20, true, [new("#", -2.12, false, []), new("5", -2.32, false, [])])]),
        new("7", -0.92, true, [new("2", -1.02, true, [new("#", -1.08, true, []), new("5", -4.01, false, [])]), new("#", -3.91, false, [])]),
        new("4", -4.61, false, []),
    ]);
}

public static partial class Diagrams
{
    /// <summary>
    /// The tree of a beam search: what was tried at each step, what stayed in the beam, and the best path.
    /// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
    /// </summary>
    /// <param name="root">The start symbol with its continuations.</param>
    /// <param name="width">The width of the beam, for the description.</param>
    public static SvgFigure BeamTree(BeamNode root, int width)
    {
        ArgumentNullException.ThrowIfNull(root);
        var best = BestPath(root);
        var sketch = new Sketch(
            "beam-tree", "A beam search as a tree",
            $"A tree that grows from left to right, one column a step. A beam of width {width} keeps the {width} best nodes of each column and drops the others, drawn dashed. The numbers are log-probabilities. The best path reads {string.Join(' ', best.Select(node => node.Token))}, at {Log(best[^1].LogProbability)}.");
        var row = 0.0;
        DrawBeam(sketch, root, 0, ref row, [.. best]);
        var below = ((row - 1) * BeamLine) + 62;
        sketch.Curve(Role.Output, new(0, below), new(8, below), new(18, below), new(26, below), width: 3);
        sketch.Text(34, below, "best", 12, "start", soft: true);
        sketch.Curve(Role.State, new(84, below), new(92, below), new(102, below), new(110, below));
        sketch.Text(118, below, "kept", 12, "start", soft: true);
        sketch.Curve(Role.Quiet, new(168, below), new(176, below), new(186, below), new(194, below), dashed: true);
        sketch.Text(202, below, "dropped; below each token its path's log-probability", 12, "start", soft: true);
        return sketch.Finish();
    }

    private const double BeamLine = 58;

    private static Shape DrawBeam(Sketch sketch, BeamNode node, int depth, ref double row, HashSet<BeamNode> best)
    {
        const double Column = 150;
        var children = new List<Shape>();
        foreach (var child in node.Children)
            children.Add(DrawBeam(sketch, child, depth + 1, ref row, best));
        var y = children.Count > 0 ? (children[0].Y + children[^1].Y) / 2 : row++ * BeamLine;
        var place = sketch.Circle(depth * Column, y, 19, best.Contains(node) ? Role.Output : node.Kept ? Role.State : Role.Quiet, $"`{node.Token}`");
        if (depth > 0)
            sketch.Text(place.X, y + 28, Log(node.LogProbability), 11, soft: true);
        for (var i = 0; i < children.Count; i++)
        {
            var child = node.Children[i];
            var to = children[i].Left;
            var bend = (to.X - place.Right.X) / 2;
            var onBest = best.Contains(child);
            sketch.Curve(
                onBest ? Role.Output : child.Kept ? Role.State : Role.Quiet,
                place.Right, place.Right + new Point(bend, 0), to - new Point(bend, 0), to, dashed: !child.Kept, width: onBest ? 3 : 1.6);
        }

        return place;
    }

    // The best finished path: the leaf with the highest probability among those that stayed in the beam.
    private static List<BeamNode> BestPath(BeamNode node)
    {
        List<BeamNode>? best = null;
        foreach (var child in node.Children.Where(child => child.Kept))
        {
            var path = BestPath(child);
            if (best is null || path[^1].LogProbability > best[^1].LogProbability)
                best = path;
        }

        return [node, .. best ?? []];
    }

    private static string Log(double value) => value.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '−');
}
