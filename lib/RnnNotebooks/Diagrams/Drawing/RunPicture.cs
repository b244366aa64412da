using System.Globalization;
using RnnNotebooks.Unrolling;

namespace RnnNotebooks.Drawing;

/// <summary>Puts the elements of a run in rows and columns and draws them, the weights on a shelf below.</summary>
internal sealed class RunPicture(RunGraph graph, Sketch sketch)
{
    private const double NodeHeight = 56;
    private const double RowGap = 74;
    private const double ColumnGap = 84;
    private const double SlotGap = 22;
    private const double DotGap = 15;
    private const double ShelfHeight = 64;
    private const double LoopGap = 40;
    private const double LoopLane = 26;
    private const double LoopReturn = 11;

    private readonly IReadOnlyList<(TensorUse Weight, int Uses)> _weights = graph.Weights;
    private readonly List<(Point Dot, int Weight)> _uses = [];

    /// <summary>The weights' boxes, in the order of <see cref="RunGraph.Weights"/>.</summary>
    public List<Shape> Shelf { get; } = [];

    public void Draw()
    {
        Place();
        foreach (var element in graph.Elements)
            DrawElement(element);
        DrawEdges();
        DrawShelf();
    }

    private void Place()
    {
        foreach (var element in graph.Elements)
            (element.Width, element.Height) = SizeOf(element);
        var span = Columns().Values.Max(column => column.Right);
        foreach (var element in graph.Elements.Where(SpansColumns))
            (element.Width, element.Height) = (span, 34);

        var rows = graph.Elements.Where(element => element.LeftOf is null).GroupBy(element => element.Level).OrderBy(row => row.Key).ToList();
        var columns = Columns();
        var y = 0.0;
        foreach (var row in rows)
        {
            var height = row.Max(element => element.Height);
            y -= height / 2;
            foreach (var slot in row.GroupBy(element => element.Step ?? -1))
            {
                var (left, right) = slot.Key < 0 ? (columns.Values.Min(c => c.Left), columns.Values.Max(c => c.Right)) : columns[slot.Key];
                var width = slot.Sum(element => element.Width) + ((slot.Count() - 1) * SlotGap) + slot.Skip(1).Sum(RoomOnTheLeft);
                var x = ((left + right) / 2) - (width / 2);
                foreach (var element in slot)
                {
                    x += element == slot.First() ? 0 : RoomOnTheLeft(element);
                    element.Place = new Shape(x + (element.Width / 2), y, element.Width, element.Height);
                    x += element.Width + SlotGap;
                }
            }

            y -= (height / 2) + RowGap;
        }

        foreach (var element in graph.Elements)
            element.Dock = element.Kind == RunElementKind.Loop && element.Body.Count > 0 ? InLoop(element, 0) : element.Place;
        foreach (var group in graph.Elements.Where(element => element.LeftOf is not null).GroupBy(element => element.LeftOf!))
        {
            var top = group.Key.Dock.Y - ((group.Count() - 1) * 27) - (group.Key.Kind == RunElementKind.Loop ? LoopReturn : 0);
            foreach (var (element, i) in group.Select((element, i) => (element, i)))
                element.Place = new Shape(group.Key.Place.Left.X - ColumnGap - (element.Width / 2), top + (i * 54), element.Width, element.Height);
        }

        // The sequence leaves a loop over its middle, the last state over the lane that carries the state.
        foreach (var loop in graph.Elements.Where(element => element.Kind == RunElementKind.Loop))
        {
            var sinks = graph.Elements.Where(element => element.Kind == RunElementKind.Sink && graph.ProducerOf(element.Inputs[0]) == loop).ToList();
            for (var i = 0; i < sinks.Count; i++)
                sinks[i].Place = sinks[i].Place with { X = i == 0 ? loop.Place.X : loop.Place.Right.X - LoopLane + ((i - 1) * 90) };
        }
    }

    // What an element's initial states need when it does not stand at the left edge.
    private double RoomOnTheLeft(RunElement element) =>
        graph.Elements.Where(other => other.LeftOf == element).Select(other => other.Width + ColumnGap).DefaultIfEmpty(0).Max();

    private static Shape InLoop(RunElement loop, int index) =>
        new(loop.Place.X, loop.Place.Bottom.Y - 62 - (index * (NodeHeight + LoopGap)), NodeWidth(loop.Body), NodeHeight);

    // unstack and stack belong to all steps and reach over all columns.
    private bool SpansColumns(RunElement element) => element.Kind == RunElementKind.Node && element.Step is null && graph.Steps.Count > 0 && !element.IsCell;

    private Dictionary<int, (double Left, double Right)> Columns()
    {
        var columns = new Dictionary<int, (double, double)>();
        var x = 0.0;
        var stepped = graph.Elements.Where(element => element.Step is not null && element.LeftOf is null).ToList();
        foreach (var step in stepped.Select(element => element.Step!.Value).Distinct().Order())
        {
            var width = stepped.Where(element => element.Step == step).GroupBy(element => element.Level).Max(row => row.Sum(element => element.Width) + ((row.Count() - 1) * SlotGap));
            columns[step] = (x, x + width);
            x += width + ColumnGap;
        }

        return columns.Count > 0 ? columns : new() { [0] = (0, 120) };
    }

    private (double Width, double Height) SizeOf(RunElement element) => element.Kind switch
    {
        RunElementKind.Source or RunElementKind.Sink => (Math.Max(44, new Label(RunNames.Markup(element)).Width(14) + 22), 36),
        RunElementKind.Loop => (NodeWidth(element.Body) + 160, (Math.Max(1, element.Body.Count) * (NodeHeight + LoopGap)) + 70),
        RunElementKind.Gap => (74, NodeHeight),
        _ => (NodeWidth([element.Node!]), NodeHeight),
    };

    private static double NodeWidth(IReadOnlyList<RunNode> nodes) => nodes.Count == 0 ? 100 : nodes.Max(node =>
        Math.Max(100, Math.Max(new Label(node.Type).Width(13) + 24, (node.Weights.Count * DotGap * 2) + 40)));

    private void DrawElement(RunElement element)
    {
        var place = element.Place;
        switch (element.Kind)
        {
            case RunElementKind.Source:
                sketch.Box(place.X, place.Y, place.Width, place.Height, element.LeftOf is null ? Role.Input : Role.Quiet, RunNames.Markup(element), 14, 18);
                break;
            case RunElementKind.Sink:
                sketch.Box(place.X, place.Y, place.Width, place.Height, Role.Output, RunNames.Markup(element), 14, 18);
                break;
            case RunElementKind.Gap:
                sketch.Text(place.X, place.Y - 9, "…", 20);
                sketch.Text(place.X, place.Y + 16, element.Name, 12, soft: true);
                break;
            case RunElementKind.Loop:
                DrawLoop(element);
                break;
            default:
                DrawNode(element.Node!, place);
                break;
        }
    }

    // A node's box, with a dot on its lower edge for every weight that it uses.
    private void DrawNode(RunNode node, Shape place)
    {
        var uses = node.Weights.Select(IndexOf).Distinct().Order().ToList();
        var classes = string.Join(' ', uses.Select(weight => $"f-u{weight}").Prepend("f-node"));
        sketch.Tagged(classes, RunNames.Describe(node), () =>
            sketch.Box(place.X, place.Y, place.Width, place.Height, node.Kind == RunNodeKind.Cell ? Role.State : Role.Plain, node.Type, 13));
        for (var i = 0; i < uses.Count; i++)
        {
            // Half of them left of the middle, half right: the middle belongs to the input's arrow.
            var half = (uses.Count + 1) / 2;
            var slot = i < half ? i - half : i - half + 1;
            _uses.Add((new Point(place.X + (slot * DotGap) + (Math.Sign(slot) * 6), place.Bottom.Y), uses[i]));
        }
    }

    private void DrawLoop(RunElement element)
    {
        var place = element.Place;
        sketch.Region(place.Left.X, place.Top.Y, place.Right.X, place.Bottom.Y);
        sketch.Text(place.Left.X + 12, place.Top.Y + 17, $"for t in 0 … {element.Loop!.Steps - 1}", 12, "start", soft: true);
        var shapes = new List<Shape>();
        for (var i = 0; i < element.Body.Count; i++)
        {
            var shape = InLoop(element, i);
            DrawNode(element.Body[i], shape);
            if (i > 0)
                Edge(Role.State, RunNames.Of(element.Body[i].Inputs[0]), shapes[^1].Top, shape.Bottom);
            shapes.Add(shape);
        }

        if (shapes.Count == 0)
            return;
        var (first, last, body) = (shapes[0], shapes[^1], element.Body);
        Edge(Role.Input, RunNames.Of(body[0].Inputs[0]), new Point(place.X, place.Bottom.Y), first.Bottom);
        sketch.Arrow(Role.Output, last.Top, new(place.X, place.Top.Y));
        foreach (var (node, shape) in body.Zip(shapes).Where(pair => pair.First.Kind == RunNodeKind.Cell))
        {
            var state = node.Inputs.Skip(1).ToList();
            if (state.Count == 0)
                continue;
            var (left, right, top) = (place.Left.X + LoopLane, place.Right.X - LoopLane, shape.Top.Y - 22);
            sketch.Tagged("f-e", $"state to the next step: {RunNames.Plain(state)}", () => sketch.Over(
                Role.State, true, shape.Right, new(right, shape.Y), new(right, top), new(left, top), new(left, shape.Y + LoopReturn), new(shape.Left.X, shape.Y + LoopReturn)));
            sketch.Text(left + 6, top - 11, RunNames.Together(state), 11, "start");
            if (element.Loop.Outputs.Count > 1 && node == body.Last(last => last.Kind == RunNodeKind.Cell))
            {
                sketch.Dot(right, top + 10, Role.State);
                sketch.Line(Role.State, new(right, top + 10), new(right, place.Top.Y));
            }
        }
    }

    private void DrawEdges()
    {
        foreach (var element in graph.Elements)
        {
            var lanes = element.Inputs.Where(input => graph.ProducerOf(input) is { } producer && producer.Level == element.Level).ToList();
            foreach (var input in element.Inputs)
            {
                var source = graph.Elements.FirstOrDefault(other => other.Kind == RunElementKind.Source && other.Outputs[0].Id == input.Id);
                var producer = graph.ProducerOf(input) ?? source;
                if (producer is null || producer == element)
                    continue;
                if (producer.LeftOf == element)
                    Beside(producer.Place, element.Dock, input, InitialLane(producer, element), own: true, intoLoop: element.Kind == RunElementKind.Loop);
                else if (producer.Level == element.Level)
                    Beside(producer.Place, element.Place, input, lanes.Count < 2 ? 0 : lanes.IndexOf(input) == 0 ? -12 : 12, own: false);
                else
                    Upwards(producer, element, input);
            }
        }

        var gap = graph.Elements.FirstOrDefault(element => element.Kind == RunElementKind.Gap);
        if (gap is not null)
        {
            foreach (var cell in graph.Elements.Where(element => element.IsCell && element.Level == gap.Level))
            {
                if (cell.Step == gap.Step - 1)
                    sketch.DashedArrow(Role.State, cell.Place.Right, new(gap.Place.Left.X, cell.Place.Y));
                else if (cell.Step > gap.Step)
                    sketch.DashedArrow(Role.State, new(gap.Place.Right.X, cell.Place.Y), cell.Place.Left);
            }

            foreach (var wide in graph.Elements.Where(SpansColumns))
            {
                if (graph.FeedsHidden(wide))
                    sketch.DashedArrow(Role.Plain, new(gap.Place.X, wide.Place.Top.Y), gap.Place.Bottom);
                if (graph.TakesHidden(wide))
                    sketch.DashedArrow(Role.Plain, gap.Place.Top, new(gap.Place.X, wide.Place.Bottom.Y));
            }
        }
    }

    // Where on a cell's left edge an initial state arrives; in a loop it leaves room for the state that returns.
    private double InitialLane(RunElement state, RunElement taker)
    {
        var all = graph.Elements.Where(element => element.LeftOf == taker).ToList();
        var lane = (all.IndexOf(state) - ((all.Count - 1) / 2.0)) * 14;
        return taker.Kind == RunElementKind.Loop ? lane - LoopReturn : lane * 1.7;
    }

    private void Beside(Shape from, Shape to, TensorUse tensor, double lane, bool own, bool intoLoop = false)
    {
        var (start, end) = (new Point(from.Right.X, own ? from.Y : from.Y + lane), new Point(to.Left.X, to.Y + lane));
        var text = RunNames.Of(tensor);
        sketch.Tagged("f-e", RunNames.Plain([tensor]), () =>
        {
            if (Math.Abs(start.Y - end.Y) < 1)
                sketch.Over(Role.State, onRegion: intoLoop, start, end);
            else
                sketch.Curve(Role.State, start, start + new Point(40, 0), end - new Point(40, 0), end);
        });
        var below = own ? start.Y > end.Y + 1 : lane > 0;
        sketch.Text(start.X + (ColumnGap / 2), below ? Math.Max(start.Y, end.Y) + 13 : Math.Min(start.Y, end.Y) - 13, text, 11);
    }

    private void Upwards(RunElement producer, RunElement element, TensorUse tensor)
    {
        var (from, to) = (producer.Place, element.Place);
        // A box over all columns is met where the narrow one stands.
        var start = producer.Kind == RunElementKind.Loop || (producer.Step is null && element.Step is not null && from.Width > to.Width) ? Math.Clamp(to.X, from.Left.X + 20, from.Right.X - 20) : from.X;
        var end = element.Step is null && producer.Step is not null && to.Width > from.Width ? from.X : to.X;
        var role = producer.Kind == RunElementKind.Source ? Role.Input : element.Kind == RunElementKind.Sink ? Role.Output : Role.Plain;
        if (element.Kind == RunElementKind.Loop && role == Role.Plain)
            role = Role.Input;
        Edge(role, RunNames.Of(tensor), new(start, from.Top.Y), new(end, to.Bottom.Y), RunNames.Plain([tensor]));
    }

    private void Edge(Role role, string label, Point from, Point to, string? tooltip = null)
    {
        sketch.Tagged("f-e", tooltip, () =>
        {
            if (Math.Abs(from.X - to.X) < 1)
                sketch.Arrow(role, from, to);
            else
                sketch.Curve(role, from, new(from.X, (from.Y + to.Y) / 2), new(to.X, (from.Y + to.Y) / 2), to);
        });
        // Beside the middle of a straight arrow; where a curve has turned towards its end, on its outer side.
        if (Math.Abs(from.X - to.X) < 1)
            sketch.Text(to.X + 7, ((from.Y + to.Y) / 2) - 2, label, 11, "start", halo: true);
        else
            sketch.Text(to.X + (7 * Math.Sign(to.X - from.X)), to.Y + 22, label, 11, to.X > from.X ? "start" : "end", halo: true);
    }

    private void DrawShelf()
    {
        if (_weights.Count == 0)
            return;
        var places = graph.Elements.Select(element => element.Place).ToList();
        var bottom = places.Max(place => place.Bottom.Y) + 60;
        var middle = _uses.Average(use => use.Dot.X);
        double[] widths = [.. _weights.Select(weight => Math.Max(92, Math.Max(new Label(RunNames.Markup(weight.Weight.Name)).Width(14), new Label($"`{RunNames.Shape(weight.Weight)}`").Width(11)) + 28))];
        var x = middle - ((widths.Sum() + ((widths.Length - 1) * 26)) / 2);
        for (var i = 0; i < _weights.Count; i++)
        {
            var (weight, uses) = _weights[i];
            var place = new Shape(x + (widths[i] / 2), bottom + (ShelfHeight / 2), widths[i], ShelfHeight);
            sketch.Tagged($"f-w f-u{i}", $"{weight.Name} {RunNames.Shape(weight)}, used {uses} times", () =>
            {
                sketch.Box(place.X, place.Y, place.Width, place.Height, Role.Weight);
                sketch.Text(place.X, place.Y - 19, RunNames.Markup(weight.Name), 14);
                sketch.Text(place.X, place.Y + 1, $"`{RunNames.Shape(weight)}`", 11);
                sketch.Text(place.X, place.Y + 19, uses == 1 ? "used once" : $"used {uses.ToString(CultureInfo.InvariantCulture)} times", 11, soft: true);
            });
            Shelf.Add(place);
            x += widths[i] + 26;
        }

        foreach (var (dot, weight) in _uses)
        {
            var top = Shelf[weight].Top;
            sketch.Tagged($"f-c f-u{weight}", null, () => sketch.Thread(Role.Weight, top, new(top.X, top.Y - 50), new(dot.X, dot.Y + 56), dot));
            sketch.Tagged($"f-p f-u{weight}", $"{_weights[weight].Weight.Name} {RunNames.Shape(_weights[weight].Weight)}", () => sketch.Circle(dot.X, dot.Y, 5, Role.Weight));
        }
    }

    private int IndexOf(TensorUse weight)
    {
        for (var i = 0; i < _weights.Count; i++)
        {
            if (_weights[i].Weight.Id == weight.Id)
                return i;
        }

        throw new InvalidOperationException($"The weight {weight.Name} is in no node of the recording.");
    }
}
