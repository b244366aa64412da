using System.Text;
using RnnNotebooks.Drawing;
using RnnNotebooks.Unrolling;

namespace RnnNotebooks;

public static partial class Diagrams
{
    /// <summary>
    /// A recorded run as a picture: every call of a cell with the shapes on its arrows, each weight once. Click a weight, or reach
    /// it with the Tab key and press Space, and every use of it lights up; rest on an arrow for its name. A static graph grows with
    /// the steps, a dynamic one is a loop.
    /// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
    /// </summary>
    /// <param name="nodes">The operations, in the order in which they ran.</param>
    /// <param name="loops">The loops that nodes refer to by place.</param>
    /// <param name="title">The figure's title; null says what kind of graph it is.</param>
    /// <exception cref="ArgumentException">The recording is empty.</exception>
    public static SvgFigure Show(IReadOnlyList<RunNode> nodes, IReadOnlyList<RunLoop> loops, string? title = null) =>
        Show(nodes, loops, "run", title);

    internal static SvgFigure Show(IReadOnlyList<RunNode> nodes, IReadOnlyList<RunLoop> loops, string name, string? title)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(loops);
        if (nodes.Count == 0)
            throw new ArgumentException("The recording is empty: run a cell or an unroller while it records.", nameof(nodes));
        var graph = new RunGraph(nodes, loops);
        var (kind, words) = InWords(graph, nodes, loops);
        var sketch = new Sketch(name, title ?? kind, words);
        var picture = new RunPicture(graph, sketch);
        picture.Draw();
        var weights = graph.Weights;
        return sketch.Finish(
            RunStyle(weights.Count),
            (svg, paper) => Interactive(svg, paper, picture.Shelf, [.. weights.Select(use => $"{use.Weight.Name} {RunNames.Shape(use.Weight)}, used {use.Uses} times")]));
    }

    private static (string Kind, string Words) InWords(RunGraph graph, IReadOnlyList<RunNode> nodes, IReadOnlyList<RunLoop> loops)
    {
        var cells = nodes.Where(node => node.Kind == RunNodeKind.Cell && node.Loop is null).ToList();
        var names = string.Join(" and ", nodes.Where(node => node.Kind == RunNodeKind.Cell).Select(node => node.Type).Distinct());
        var kind = loops.Count > 0
            ? $"A dynamic graph: {names} in a loop of {loops[0].Steps} steps"
            : cells.Count > 0 ? $"A static graph: {names}, once for each of {graph.Steps.Count} steps" : $"A graph of {nodes.Count} operations";
        var words = new StringBuilder();
        foreach (var loop in loops)
            words.Append($"A loop runs {loop.Steps} times over {RunNames.Plain(loop.Inputs)} and gives {RunNames.Plain(loop.Outputs)}. ");
        foreach (var node in nodes.Where(node => node.Loop is null).Take(12))
            words.Append(RunNames.Describe(node)).Append(". ");
        if (graph.Weights.Count > 0)
            words.Append($"Weights, each drawn once: {string.Join("; ", graph.Weights.Select(use => $"{use.Weight.Name} {RunNames.Shape(use.Weight)}, used {use.Uses} times"))}.");
        return (kind, words.ToString().TrimEnd());
    }

    // Rules for a weight and everything that uses it. In a page the weight is covered by a check box that precedes the SVG, so that
    // no script is needed; in a file of its own the weight answers to the pointer.
    private static string RunStyle(int weights)
    {
        var css = new StringBuilder(".rf .f-c{opacity:.28}.rf .f-node:hover rect{stroke-width:2.6}.rf .f-e:hover path{stroke-width:3.5}");
        for (var i = 0; i < weights; i++)
        {
            string[] lit = [$".rf:has(.f-w.f-u{i}:hover)", $".rf-k{i}:checked~.rf", $".rf-k{i}:hover~.rf", $".rf-k{i}:focus-visible~.rf"];
            foreach (var (part, rule) in new[]
            {
                ($".f-c.f-u{i}", "opacity:1"),
                ($".f-c.f-u{i} path", "stroke-width:3"),
                ($".f-u{i} rect", "stroke:#a34a7c;stroke:var(--wel);stroke-width:3.5"),
                ($".f-p.f-u{i} circle", "fill:#a34a7c;fill:var(--wel);stroke-width:4"),
            })
            {
                // One rule each: a browser that lacks one selector drops the whole list.
                foreach (var when in lit)
                    css.Append($"{when} {part}{{{rule}}}");
            }
        }

        return css.ToString();
    }

    private static string Interactive(string svg, Shape paper, IReadOnlyList<Shape> shelf, IReadOnlyList<string> weights)
    {
        var html = new StringBuilder("<div class=\"rf-box\" style=\"overflow-x:auto\">");
        html.Append($"<div style=\"position:relative;width:100%;max-width:{Svg.N(paper.Width)}px;min-width:{Svg.N(SvgFigure.LeastWidth(paper))}px\">");
        for (var i = 0; i < shelf.Count; i++)
        {
            var left = 100 * (shelf[i].Left.X - paper.Left.X) / paper.Width;
            var top = 100 * (shelf[i].Top.Y - paper.Top.Y) / paper.Height;
            html.Append($"<input type=\"checkbox\" class=\"rf-k{i}\" title=\"{Svg.Escape(weights[i])}: click to light up every use\" aria-label=\"Light up every use of {Svg.Escape(weights[i])}\" ");
            html.Append("style=\"position:absolute;appearance:none;-webkit-appearance:none;margin:0;border-radius:7px;background:none;border:0;cursor:pointer;");
            html.Append($"left:{Svg.N(left)}%;top:{Svg.N(top)}%;width:{Svg.N(100 * shelf[i].Width / paper.Width)}%;height:{Svg.N(100 * shelf[i].Height / paper.Height)}%\">");
        }

        return html.Append(svg).Append("</div></div>").ToString();
    }
}
