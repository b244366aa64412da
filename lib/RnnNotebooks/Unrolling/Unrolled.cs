using RnnNotebooks.Cells;
using static TorchSharp.torch;

namespace RnnNotebooks.Unrolling;

/// <summary>
/// What an unrolled network gives.
/// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
/// </summary>
/// <param name="Outputs">The outputs of all steps, (batch, steps, hidden), or (steps, batch, hidden) when time-major.</param>
/// <param name="State">The state after each sample's last step, each part (batch, hidden).</param>
public readonly record struct Unrolled(Tensor Outputs, CellState State);

/// <summary>
/// What an unrolled network gives, one output a step.
/// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
/// </summary>
/// <param name="Outputs">The output of each step, (batch, hidden) each.</param>
/// <param name="State">The state after each sample's last step, each part (batch, hidden).</param>
public readonly record struct UnrolledSteps(IReadOnlyList<Tensor> Outputs, CellState State);
