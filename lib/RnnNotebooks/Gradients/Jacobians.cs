using RnnNotebooks.Cells;
using static TorchSharp.torch;

namespace RnnNotebooks.Gradients;

/// <summary>
/// How the state after a step depends on the state before it. Gradients that go back T steps are multiplied by T such matrices,
/// which is why they explode or vanish.
/// <para>Source: Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks" (2013).</para>
/// <para>Taught in notebooks/05-exploding-and-vanishing-gradients.ipynb</para>
/// </summary>
public static class Jacobians
{
    /// <summary>∂(state after)/∂(state before) of one step, by automatic differentiation, row by row.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="input">x of one sample, (1, features).</param>
    /// <param name="state">The state before, each part (1, hidden).</param>
    /// <param name="part">Which part of the state: 0 is h; 1 is c of an LSTM.</param>
    /// <returns>(hidden, hidden): row i, column j is ∂ new i / ∂ old j.</returns>
    /// <exception cref="ArgumentException">There is more than one sample.</exception>
    public static Tensor OfStep(IRecurrentCell cell, Tensor input, CellState state, int part = 0)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (input.shape[0] != 1)
            throw new ArgumentException($"A Jacobian is of one sample, but the batch has {input.shape[0]}; take one with narrow(0, i, 1).", nameof(input));
        using var scope = NewDisposeScope();
        using var recording = enable_grad();
        var before = state.Select(old => old.detach().requires_grad_());
        var (_, after) = cell.Step(input, before);
        var results = after.Parts[part].flatten().unbind(0);
        var rows = results.Select(result => autograd.grad([result], [before.Parts[part]], retain_graph: true)[0].flatten()); // (hidden) each
        return scope.Keep(stack([.. rows]).detach()); // (hidden, hidden)
    }

    /// <summary>The same of a <see cref="BasicRnn"/> with tanh, by the formula: diag(1 − h'²) Whᵀ, where 1 − tanh² is 1 / cosh².</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="hidden">The state after the step, (hidden).</param>
    /// <returns>(hidden, hidden): row i, column j is ∂ new i / ∂ old j.</returns>
    /// <exception cref="ArgumentException">The cell uses ReLU.</exception>
    public static Tensor Formula(BasicRnn cell, Tensor hidden)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Relu)
            throw new ArgumentException("The formula is that of tanh; use OfStep for a cell with ReLU.", nameof(cell));
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var slope = 1 - (hidden * hidden); // (hidden)
        return scope.Keep(slope.unsqueeze(1) * cell.Wh.t()); // (hidden, hidden)
    }

    /// <summary>The largest absolute eigenvalue of a square matrix: what a long product of it grows by at each step.</summary>
    /// <remarks>
    /// Gelfand's formula, ρ = lim ‖Wᵏ‖^(1/k), by squaring 40 times, in double precision and rescaled each time; it needs no eigenvalues
    /// and is right for complex ones too.
    /// </remarks>
    /// <param name="matrix">(n, n).</param>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static double SpectralRadius(Tensor matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.dim() != 2 || matrix.shape[0] != matrix.shape[1])
            throw new ArgumentException($"Only a square matrix has a spectral radius; this one is ({string.Join(", ", matrix.shape)}).", nameof(matrix));
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var power = matrix.detach().to(ScalarType.Float64);
        var logarithm = 0.0; // of ρ, more exactly at each squaring
        var share = 1.0;
        for (var squaring = 0; squaring <= 40; squaring++)
        {
            var norm = power.norm().item<double>();
            if (norm == 0)
                return 0; // nilpotent
            logarithm += share * Math.Log(norm);
            power /= norm;
            power = power.mm(power);
            share /= 2;
        }

        return Math.Exp(logarithm);
    }

    /// <summary>Scales a square matrix to a given spectral radius, in place.</summary>
    /// <param name="matrix">(n, n).</param>
    /// <param name="radius">The largest absolute eigenvalue that it shall have.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or has a spectral radius of 0.</exception>
    public static void SetSpectralRadius(Tensor matrix, double radius)
    {
        var now = SpectralRadius(matrix);
        if (now == 0)
            throw new ArgumentException("A matrix with spectral radius 0 stays one, however it is scaled.", nameof(matrix));
        using var quiet = no_grad();
        matrix.mul_(radius / now);
    }
}
