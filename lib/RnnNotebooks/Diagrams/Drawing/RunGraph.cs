using RnnNotebooks.Unrolling;

namespace RnnNotebooks.Drawing;

/// <summary>
/// A recorded run as elements to draw: loops folded to one turn, tensors from outside and results as elements of their own, and the
/// middle of a very long static graph left out.
/// </summary>
internal sealed class RunGraph
{
    private const int MostColumns = 7;
    private const int ColumnsBeforeGap = 4;

    private readonly List<RunElement> _elements = [];
    private readonly IReadOnlyList<RunNode> _nodes;
    private readonly IReadOnlyList<RunLoop> _loops;

    public RunGraph(IReadOnlyList<RunNode> nodes, IReadOnlyList<RunLoop> loops)
    {
        (_nodes, _loops) = (RunMending.Mend(nodes), loops);
        Steps = [.. nodes.Where(node => node.Loop is null && node.Step is not null).Select(node => node.Step!.Value).Distinct().Order()];
        Hidden = Steps.Count > MostColumns ? [.. Steps.Skip(ColumnsBeforeGap).Take(Steps.Count - ColumnsBeforeGap - 1)] : [];
        AddNodes();
        AddLoops();
        AddSources();
        AddSinks();
        SetLevels();
    }

    public IReadOnlyList<RunElement> Elements => _elements;

    /// <summary>The time steps of the static part, in order.</summary>
    public IReadOnlyList<int> Steps { get; }

    /// <summary>The steps that the picture leaves out.</summary>
    public IReadOnlyList<int> Hidden { get; }

    /// <summary>Every weight once, with how often the run used it.</summary>
    public IReadOnlyList<(TensorUse Weight, int Uses)> Weights =>
        [.. _nodes.SelectMany(node => node.Weights).GroupBy(weight => weight.Id).Select(uses => (uses.First(), uses.Count()))];

    /// <summary>The element that makes a tensor, or null: it came from outside.</summary>
    public RunElement? ProducerOf(TensorUse tensor) => _elements.Find(element =>
        element.Kind is RunElementKind.Node or RunElementKind.Loop && element.Outputs.Any(output => output.Id == tensor.Id));

    /// <summary>Whether a step that is left out takes what the element makes.</summary>
    public bool FeedsHidden(RunElement element) => element.Outputs.Any(TakenByHiddenStep);

    /// <summary>Whether the element takes what a step that is left out makes.</summary>
    public bool TakesHidden(RunElement element) => element.Inputs.Any(MadeByHiddenStep);

    private void AddNodes()
    {
        foreach (var node in _nodes.Where(node => node.Loop is null && !(node.Step is { } step && Hidden.Contains(step))))
            _elements.Add(new RunElement { Kind = RunElementKind.Node, Name = node.Type, Step = node.Step, Node = node, Inputs = node.Inputs, Outputs = node.Outputs });
        if (Hidden.Count > 0)
            _elements.Add(new RunElement { Kind = RunElementKind.Gap, Name = $"{Hidden.Count} more", Step = Hidden[0] });
    }

    private void AddLoops()
    {
        for (var i = 0; i < _loops.Count; i++)
        {
            var turns = _nodes.Where(node => node.Loop == i).ToList();
            var first = turns.Count == 0 ? null : turns.Min(node => node.Step);
            RunNode[] body = [.. turns.Where(node => node.Step == first)];
            // What the body reads and nobody in the loop made: the state before the first step. What the loop slices it from, it declares.
            var made = turns.SelectMany(node => node.Outputs).Select(output => output.Id).ToHashSet();
            var states = body.Where(node => node.Kind == RunNodeKind.Cell).SelectMany(node => node.Inputs.Skip(1)).Where(input => !made.Contains(input.Id));
            _elements.Add(new RunElement
            {
                Kind = RunElementKind.Loop,
                Name = _loops[i].Name,
                Loop = _loops[i],
                Node = body.FirstOrDefault(),
                Body = body,
                Inputs = [.. _loops[i].Inputs, .. states],
                Outputs = _loops[i].Outputs,
            });
        }
    }

    private void AddSources()
    {
        var seen = new HashSet<int>();
        foreach (var element in _elements.ToList())
        {
            for (var i = 0; i < element.Inputs.Count; i++)
            {
                var input = element.Inputs[i];
                if (ProducerOf(input) is not null || MadeByHiddenStep(input) || !seen.Add(input.Id))
                    continue;
                var beside = i >= (element.Kind == RunElementKind.Loop ? element.Loop!.Inputs.Count : element.IsCell ? 1 : int.MaxValue);
                _elements.Add(new RunElement
                {
                    Kind = RunElementKind.Source,
                    Name = beside ? input.Name : Indexed(input.Name, element.Step),
                    Step = element.Step,
                    Outputs = [input],
                    LeftOf = beside ? element : null,
                });
            }
        }
    }

    private void AddSinks()
    {
        foreach (var element in _elements.Where(element => element.Kind is RunElementKind.Node or RunElementKind.Loop).ToList())
        {
            for (var i = 0; i < element.Outputs.Count; i++)
            {
                var output = element.Outputs[i];
                var consumers = _elements.Where(other => other.Inputs.Any(input => input.Id == output.Id)).ToList();
                // What a step makes first is the network's output at that step too, unless its own step or something after all steps takes it.
                var passesOn = element.Step is not null && consumers.All(other => other.Step is not null && other.Step != element.Step);
                var leaves = consumers.Count == 0 || (i == 0 && passesOn);
                // What only the steps left out take stays inside, but for the output of a step that is drawn.
                var onlyHidden = consumers.Count == 0 && TakenByHiddenStep(output) && (element.Step is null || i > 0);
                if (leaves && !onlyHidden)
                    _elements.Add(new RunElement { Kind = RunElementKind.Sink, Name = Indexed(output.Name, element.Step), Step = element.Step, Inputs = [output] });
            }
        }
    }

    private bool MadeByHiddenStep(TensorUse tensor) => _nodes.Any(node => IsHidden(node) && node.Outputs.Any(output => output.Id == tensor.Id));

    private bool TakenByHiddenStep(TensorUse tensor) => _nodes.Any(node => IsHidden(node) && node.Inputs.Any(input => input.Id == tensor.Id));

    private bool IsHidden(RunNode node) => node.Step is { } step && Hidden.Contains(step);

    // The longest way that data takes; from one step to the next it stays on its row.
    private void SetLevels()
    {
        foreach (var element in _elements.Where(element => element.Kind is RunElementKind.Node or RunElementKind.Loop))
        {
            foreach (var input in element.Inputs)
            {
                if (ProducerOf(input) is { } producer && producer != element)
                    element.Level = Math.Max(element.Level, producer.Level + (producer.Step is { } from && element.Step is { } to && from != to ? 0 : 1));
            }
        }

        foreach (var source in _elements.Where(element => element.Kind == RunElementKind.Source))
        {
            var takers = _elements.Where(element => element.Kind != RunElementKind.Source && element.Inputs.Any(input => input.Id == source.Outputs[0].Id));
            source.Level = takers.Min(element => element.Level) - (source.LeftOf is null ? 1 : 0);
        }

        foreach (var sink in _elements.Where(element => element.Kind == RunElementKind.Sink))
            sink.Level = ProducerOf(sink.Inputs[0])!.Level + 1;
        foreach (var gap in _elements.Where(element => element.Kind == RunElementKind.Gap))
            gap.Level = _elements.Where(element => element.IsCell).Select(element => element.Level).DefaultIfEmpty(0).Min();
    }

    private static string Indexed(string name, int? step) => name.Length == 1 && step is { } t ? name + t : name;
}
