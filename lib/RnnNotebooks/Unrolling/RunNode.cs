namespace RnnNotebooks.Unrolling;

/// <summary>
/// What a node of a recorded run is.
/// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
/// </summary>
public enum RunNodeKind
{
    /// <summary>One call of a recurrent cell.</summary>
    Cell,

    /// <summary>Anything else: stack, unstack, a product written by hand.</summary>
    Operation,
}

/// <summary>
/// One operation of a recorded run.
/// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
/// </summary>
/// <param name="Index">Its place in the order of the run.</param>
/// <param name="Kind">A recurrent cell, or something else.</param>
/// <param name="Type">Its name in the picture.</param>
/// <param name="Step">The step of the sequence, from 0, or null outside of the sequence.</param>
/// <param name="Loop">The place of its loop in <c>RunRecording.Loops</c>, or null: a static graph has none.</param>
/// <param name="Inputs">What went in.</param>
/// <param name="Outputs">What came out.</param>
/// <param name="Weights">Which weights it used.</param>
public sealed record RunNode(
    int Index,
    RunNodeKind Kind,
    string Type,
    int? Step,
    int? Loop,
    IReadOnlyList<TensorUse> Inputs,
    IReadOnlyList<TensorUse> Outputs,
    IReadOnlyList<TensorUse> Weights);

/// <summary>
/// A tensor at a node. Two uses with one <see cref="Id"/> are the same tensor: an edge, or a shared weight.
/// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
/// </summary>
/// <param name="Name">What the node calls it.</param>
/// <param name="Id">Which tensor it is within the recording.</param>
/// <param name="Shape">Lengths of its axes.</param>
public sealed record TensorUse(string Name, int Id, IReadOnlyList<long> Shape);

/// <summary>
/// A loop over the time axis.
/// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
/// </summary>
/// <param name="Name">What kind of loop.</param>
/// <param name="Steps">How many times it ran.</param>
/// <param name="Inputs">What it was given as a whole.</param>
/// <param name="Outputs">What it gave as a whole.</param>
public sealed record RunLoop(string Name, int Steps, IReadOnlyList<TensorUse> Inputs, IReadOnlyList<TensorUse> Outputs);
