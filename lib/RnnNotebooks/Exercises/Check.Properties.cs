using System.Runtime.CompilerServices;
using RnnNotebooks.Cells;
using static TorchSharp.torch;

namespace RnnNotebooks.Exercises;

public static partial class Check
{
    /// <summary>Does something hold for every one of many random inputs? The first input for which it does not is named.</summary>
    /// <param name="what">The property in words: "the mask sums to the length".</param>
    /// <param name="input">Makes an input; the same seed gives the same inputs.</param>
    /// <param name="holds">The property.</param>
    /// <param name="trials">How many inputs to try.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    /// <exception cref="CheckFailedException">There is an input for which it does not hold.</exception>
    public static CheckPassed Property<T>(string what, Func<Random, T> input, Func<T, bool> holds, int trials = 100, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(holds);
        var random = new Random(seed);
        for (var trial = 1; trial <= trials; trial++)
        {
            using var scope = NewDisposeScope();
            var value = input(random);
            if (!holds(value))
                throw new CheckFailedException($"It does not hold that {what}: input {trial} of {trials}, {Text(value)}, is a counterexample.");
        }

        return new CheckPassed($"{what} ({trials} random inputs)");
    }

    /// <summary>
    /// Does a cell keep its state for many steps, whatever it is fed? The state begins as random numbers in ±0.9, the inputs are
    /// standard normal. An exercise of the encoder–decoder lesson asks which bias does it.
    /// </summary>
    /// <param name="cell">The cell, any kind.</param>
    /// <param name="steps">How many steps it must keep the state.</param>
    /// <param name="tolerance">How far a value may drift in all.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    /// <param name="what">What to call the cell; the call's own words by default.</param>
    /// <exception cref="CheckFailedException">The state drifts.</exception>
    public static CheckPassed CopiesItsState(
        IRecurrentCell cell, int steps = 50, double tolerance = 0.05, int seed = 0, [CallerArgumentExpression(nameof(cell))] string what = "")
    {
        ArgumentNullException.ThrowIfNull(cell);
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        const int batch = 4;
        var random = new Random(seed);
        var start = new CellState([.. cell.StateSizes.Select(size => Uniform(random, batch, size))]); // each (batch, hidden)
        var state = start;
        for (var step = 1; step <= steps; step++)
        {
            (_, state) = cell.Step(Normal(random, batch, cell.InputSize), state);
            // an LSTM's memory is its cell state; its hidden state is only what the output gate shows of it
            var drift = (state.Memory - start.Memory).abs().max().item<float>();
            if (!(drift <= tolerance))
                throw new CheckFailedException($"{what} does not copy its state: after step {step} of {steps} a value has drifted by {Number(drift)} (at most {Number(tolerance)} is allowed).");
        }

        return new CheckPassed($"{what} copies its state for {steps} steps");
    }

    private static Tensor Uniform(Random random, long rows, long columns) =>
        tensor(Enumerable.Range(0, (int)(rows * columns)).Select(_ => (random.NextSingle() * 1.8f) - 0.9f).ToArray(), [rows, columns]);

    private static Tensor Normal(Random random, long rows, long columns) =>
        tensor(Enumerable.Range(0, (int)(rows * columns)).Select(_ =>
            MathF.Sqrt(-2f * MathF.Log(1f - random.NextSingle())) * MathF.Cos(2f * MathF.PI * random.NextSingle())).ToArray(), [rows, columns]);

    private static string Text<T>(T value) => value switch
    {
        Tensor tensor => $"a tensor {Describe(tensor.shape)}",
        System.Collections.IEnumerable items and not string => $"[{string.Join(", ", items.Cast<object>())}]",
        _ => $"{value}",
    };
}
