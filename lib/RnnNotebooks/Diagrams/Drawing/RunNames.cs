using System.Globalization;
using RnnNotebooks.Unrolling;

namespace RnnNotebooks.Drawing;

/// <summary>How a run's tensors are named and their shapes are written.</summary>
internal static class RunNames
{
    /// <summary>(4, 2, 3)</summary>
    public static string Shape(TensorUse tensor) =>
        $"({string.Join(", ", tensor.Shape.Select(length => length.ToString(CultureInfo.InvariantCulture)))})";

    /// <summary>The label of an element; a state that stands beside its cell is the one before the first step.</summary>
    public static string Markup(RunElement element) => element.LeftOf is null ? Markup(element.Name) : $"{Markup(element.Name)} initial";

    /// <summary>A letter with a number or a second letter is mathematics: x0, Wx. Anything longer is a name in code.</summary>
    public static string Markup(string name)
    {
        if (name.Length == 1)
            return $"${name}$";
        var rest = name[1..];
        var indexed = char.IsLetter(name[0]) && (rest.All(char.IsAsciiDigit) || (rest.Length <= 2 && char.IsUpper(name[0]) && rest.All(char.IsAsciiLetter)));
        return indexed ? $"${name[0]}_{{{rest}}}$" : name;
    }

    /// <summary>The label of one tensor on its arrow.</summary>
    public static string Of(TensorUse tensor) => $"`{Shape(tensor)}`";

    /// <summary>The label of the tensors that go together through a loop.</summary>
    public static string Together(IReadOnlyList<TensorUse> tensors) =>
        $"{string.Join(", ", tensors.Select(tensor => Markup(tensor.Name)))} {Of(tensors[0])}";

    /// <summary>Names and shapes in one line, for tooltips.</summary>
    public static string Plain(IReadOnlyList<TensorUse> tensors) => string.Join(", ", tensors.Select(tensor => $"{tensor.Name} {Shape(tensor)}"));

    /// <summary>A node in a sentence, for its tooltip.</summary>
    public static string Describe(RunNode node) =>
        $"{node.Type}{(node.Step is { } step && node.Loop is null ? $" at step {step}" : "")}: {Plain(node.Inputs)} → {Plain(node.Outputs)}"
        + (node.Weights.Count == 0 ? "" : $"; weights {Plain(node.Weights)}");
}
