namespace RnnNotebooks.Training;

/// <summary>
/// One measured quantity over the course of training.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
/// <param name="name">What is measured.</param>
public sealed class Curve(string name)
{
    private readonly List<double> _x = [];
    private readonly List<double> _y = [];

    /// <summary>What is measured.</summary>
    public string Name { get; } = name;

    /// <summary>How far training was at each point, in units of the history's axis.</summary>
    public IReadOnlyList<double> X => _x;

    /// <summary>What was measured at each point.</summary>
    public IReadOnlyList<double> Y => _y;

    /// <summary>The newest value.</summary>
    public double Last => _y[^1];

    internal void Add(double x, double value)
    {
        _x.Add(x);
        _y.Add(value);
    }
}
