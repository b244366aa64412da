using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace RnnNotebooks.Exercises;

/// <summary>
/// Checks that a lesson makes on the spot. A check that holds is shown as a line with a tick; one that does not throws a
/// <see cref="CheckFailedException"/> whose message names what to look at. Inside an <see cref="Exercise"/> nothing is thrown.
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
public static partial class Check
{
    /// <summary>Has the tensor one axis of this length? The message uses the names that the call uses.</summary>
    /// <exception cref="CheckFailedException">It has another shape.</exception>
    public static CheckPassed Shape(
        Tensor actual, long first,
        [CallerArgumentExpression(nameof(actual))] string what = "", [CallerArgumentExpression(nameof(first))] string firstName = "") =>
        HasShape(actual, [first], [firstName], what);

    /// <summary>Has the tensor these two axes? The message uses the names that the call uses.</summary>
    /// <exception cref="CheckFailedException">It has another shape.</exception>
    public static CheckPassed Shape(
        Tensor actual, long first, long second,
        [CallerArgumentExpression(nameof(actual))] string what = "", [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "") =>
        HasShape(actual, [first, second], [firstName, secondName], what);

    /// <summary>Has the tensor these three axes? The message uses the names that the call uses.</summary>
    /// <exception cref="CheckFailedException">It has another shape.</exception>
    public static CheckPassed Shape(
        Tensor actual, long first, long second, long third,
        [CallerArgumentExpression(nameof(actual))] string what = "", [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "", [CallerArgumentExpression(nameof(third))] string thirdName = "") =>
        HasShape(actual, [first, second, third], [firstName, secondName, thirdName], what);

    /// <summary>Has the tensor these four axes? The message uses the names that the call uses.</summary>
    /// <exception cref="CheckFailedException">It has another shape.</exception>
    public static CheckPassed Shape(
        Tensor actual, long first, long second, long third, long fourth,
        [CallerArgumentExpression(nameof(actual))] string what = "", [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "", [CallerArgumentExpression(nameof(third))] string thirdName = "",
        [CallerArgumentExpression(nameof(fourth))] string fourthName = "") =>
        HasShape(actual, [first, second, third, fourth], [firstName, secondName, thirdName, fourthName], what);

    /// <summary>Do two tensors have one shape, and do their values differ by at most a tolerance?</summary>
    /// <param name="actual">What there is, any shape.</param>
    /// <param name="expected">What it should be, the same shape.</param>
    /// <param name="tolerance">The largest absolute difference allowed.</param>
    /// <param name="what">What to call it; the call's own words by default.</param>
    /// <exception cref="CheckFailedException">The shapes or a value differ.</exception>
    public static CheckPassed Close(
        Tensor actual, Tensor expected, double tolerance = 1e-5, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        Given(actual, what);
        ArgumentNullException.ThrowIfNull(expected);
        if (!actual.shape.SequenceEqual(expected.shape))
            throw new CheckFailedException($"{what} is {Describe(actual.shape)}, but {Describe(expected.shape)} is expected: the shapes must agree before the values can.");
        using var scope = NewDisposeScope();
        var (a, b) = (actual.detach().to(ScalarType.Float64).flatten(), expected.detach().to(ScalarType.Float64).flatten()); // (values)
        var differences = (a - b).abs();
        var wrong = (differences <= tolerance).logical_not(); // not-a-number is never within the tolerance
        var count = wrong.sum().item<long>();
        if (count == 0)
            return new CheckPassed($"{what} agrees to {tolerance.ToString("0.##E-0", CultureInfo.InvariantCulture)}");
        var first = wrong.to(ScalarType.Int64).argmax().item<long>();
        throw new CheckFailedException(
            $"{what} differs in {count} of {a.numel()} values; the first is {Place(first, actual.shape)}, {Number(a[first].item<double>())} where {Number(b[first].item<double>())} is expected.");
    }

    /// <summary>Is a number within a tolerance of another?</summary>
    /// <exception cref="CheckFailedException">It is not.</exception>
    public static CheckPassed Close(
        double actual, double expected, double tolerance = 1e-5, [CallerArgumentExpression(nameof(actual))] string what = "") =>
        Math.Abs(actual - expected) <= tolerance
            ? new CheckPassed($"{what} is {Number(actual)}")
            : throw new CheckFailedException($"{what} is {Number(actual)}, but {Number(expected)} is expected.");

    /// <summary>Are two values equal?</summary>
    /// <exception cref="CheckFailedException">They are not.</exception>
    public static CheckPassed Equal<T>(T actual, T expected, [CallerArgumentExpression(nameof(actual))] string what = "") =>
        EqualityComparer<T>.Default.Equals(actual, expected)
            ? new CheckPassed($"{what} is {expected}")
            : throw new CheckFailedException($"{what} is {actual?.ToString() ?? "null"}, but {expected?.ToString() ?? "null"} is expected.");

    /// <summary>Does a statement hold?</summary>
    /// <param name="holds">The statement.</param>
    /// <param name="what">It in words; the call's own by default.</param>
    /// <exception cref="CheckFailedException">It does not.</exception>
    public static CheckPassed True(bool holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        holds ? new CheckPassed(what) : throw new CheckFailedException($"This does not hold: {what}.");

    private static CheckPassed HasShape(Tensor actual, long[] expected, string[] names, string what)
    {
        Given(actual, what);
        var shape = actual.shape;
        if (shape.SequenceEqual(expected))
            return new CheckPassed($"{what} is {Describe(expected, names)}");
        throw new CheckFailedException($"{what} is {Describe(shape)}, but {Describe(expected, names)} is expected{Advice(shape, expected, names)}.");
    }

    private static string Advice(long[] shape, long[] expected, string[] names)
    {
        if (shape.Length != expected.Length)
            return $": it has {Axes(shape.Length)} and should have {expected.Length}";
        int[] wrong = [.. Enumerable.Range(0, shape.Length).Where(axis => shape[axis] != expected[axis])];
        if (wrong is [var a, var b] && shape[a] == expected[b] && shape[b] == expected[a])
            return $": the axes {Named(a)} and {Named(b)} are swapped; transpose({a}, {b}) swaps them back";
        return ": " + string.Join(", ", wrong.Select(axis => $"axis {axis} ({Named(axis)}) is {shape[axis]} instead of {expected[axis]}"));

        string Named(int axis) => IsName(names[axis]) ? names[axis] : $"{axis}";
        static string Axes(int count) => count == 1 ? "1 axis" : $"{count} axes";
    }

    private static string Describe(long[] shape, string[]? names = null) =>
        $"({string.Join(", ", shape.Select((length, axis) => names is not null && IsName(names[axis]) ? $"{names[axis]} {length}" : $"{length}"))})";

    // "hidden" says what an axis is, "inputs.shape[1]" does not
    private static bool IsName(string expression) =>
        expression.Length > 0 && !char.IsDigit(expression[0]) && expression.All(character => char.IsLetterOrDigit(character) || character == '_');

    private static string Place(long flat, long[] shape)
    {
        var indices = new long[shape.Length];
        for (var axis = shape.Length - 1; axis >= 0; axis--)
            (flat, indices[axis]) = Math.DivRem(flat, shape[axis]);
        return $"[{string.Join(", ", indices)}]";
    }

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static void Given(Tensor actual, string what)
    {
        if (actual is null)
            throw new CheckFailedException($"{what} is null; give it a tensor.");
    }
}
