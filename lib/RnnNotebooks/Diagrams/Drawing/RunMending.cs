using System.Globalization;
using RnnNotebooks.Unrolling;

namespace RnnNotebooks.Drawing;

/// <summary>
/// Joins a recording where a tensor changed its identity between two cells: sequence lengths put a mask between the state that one
/// step gives and the state that the next one takes, and the mask is no node of the picture.
/// </summary>
internal static class RunMending
{
    /// <summary>The nodes with states and outputs joined to the cells that they came from.</summary>
    public static IReadOnlyList<RunNode> Mend(IReadOnlyList<RunNode> nodes)
    {
        var mended = new List<RunNode>();
        var made = new HashSet<int>();
        foreach (var node in nodes)
        {
            mended.Add(node with { Inputs = [.. node.Inputs.Select((input, i) => made.Contains(input.Id) ? input : Origin(mended, node, input, i) ?? input)] });
            made.UnionWith(node.Outputs.Select(output => output.Id));
        }

        return mended;
    }

    private static TensorUse? Origin(List<RunNode> before, RunNode node, TensorUse input, int index)
    {
        if (node.Kind == RunNodeKind.Cell)
        {
            var last = before.FindLast(other => other.Kind == RunNodeKind.Cell && other.Loop == node.Loop && other.Step < node.Step && SameWeights(other, node));
            return index > 0 && last is not null && index <= last.Outputs.Count ? input with { Id = last.Outputs[index - 1].Id } : null;
        }

        // stack calls its inputs y0, y1, …
        var digits = input.Name.TrimStart([.. Enumerable.Range('A', 58).Select(letter => (char)letter)]);
        if (node.Step is not null || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var step))
            return null;
        var cell = before.FindLast(other => other.Kind == RunNodeKind.Cell && other.Loop == node.Loop && other.Step == step);
        return cell is null ? null : input with { Id = cell.Outputs[0].Id };
    }

    private static bool SameWeights(RunNode one, RunNode other) =>
        one.Weights.Select(weight => weight.Id).SequenceEqual(other.Weights.Select(weight => weight.Id));
}
