using RnnNotebooks.Unrolling;

namespace RnnNotebooks.Drawing;

/// <summary>What an element of a run's picture stands for.</summary>
internal enum RunElementKind
{
    /// <summary>A recorded cell or operation.</summary>
    Node,

    /// <summary>A loop over time: its body is drawn once.</summary>
    Loop,

    /// <summary>A tensor that came from outside.</summary>
    Source,

    /// <summary>A tensor that leaves the picture.</summary>
    Sink,

    /// <summary>Stands for the steps that a long static graph leaves out.</summary>
    Gap,
}

/// <summary>One thing with a place in the picture of a run.</summary>
internal sealed class RunElement
{
    public required RunElementKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The column: the time step, or null when it belongs to all of them.</summary>
    public int? Step { get; init; }

    /// <summary>The recorded node behind it; the first one of the body for a loop.</summary>
    public RunNode? Node { get; init; }

    public RunLoop? Loop { get; init; }

    /// <summary>The nodes of a loop's first turn.</summary>
    public IReadOnlyList<RunNode> Body { get; init; } = [];

    public IReadOnlyList<TensorUse> Inputs { get; init; } = [];

    public IReadOnlyList<TensorUse> Outputs { get; init; } = [];

    public double Width { get; set; }

    public double Height { get; set; }

    /// <summary>The row, counted upwards along the flow of data.</summary>
    public int Level { get; set; }

    /// <summary>Beside its consumer instead of below it: the state before the first step.</summary>
    public RunElement? LeftOf { get; init; }

    public Shape Place { get; set; }

    /// <summary>Where arrows from the left dock: the element itself, or the first cell inside a loop.</summary>
    public Shape Dock { get; set; }

    public bool IsCell => Node?.Kind == RunNodeKind.Cell;
}
