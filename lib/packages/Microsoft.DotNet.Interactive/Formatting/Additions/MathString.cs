namespace RnnNotebooks.Formatting;

/// <summary>A formula without dollar signs, shown as text/latex on a line of its own.</summary>
/// <param name="formula">LaTeX of mathematics mode, such as <c>h_t = \tanh(W x_t + U h_{t-1} + b)</c>.</param>
public sealed class MathString(string formula)
{
    public string Formula { get; } = formula;

    public static implicit operator MathString(string formula) => new(formula);

    public override string ToString() => $"$${Formula}$$";
}
