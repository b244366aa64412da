using System.Globalization;
using System.Text;

namespace RnnNotebooks.Training;

/// <summary>
/// What was measured while a network learned: named curves over a common axis (epochs or samples), as numbers for a chart and as a
/// table for the eye. The training loop writes "training loss", "training accuracy", "validation loss", "validation accuracy",
/// "gradient norm" and "learning rate"; anything else may be added.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
/// <param name="axis">What is counted along the horizontal axis: "epoch", "samples", "step".</param>
public sealed class History(string axis = "epoch")
{
    private readonly Dictionary<string, Curve> _curves = [];

    /// <summary>What is counted along the horizontal axis.</summary>
    public string Axis { get; } = axis;

    /// <summary>The names of the curves, in the order in which they began.</summary>
    public IReadOnlyCollection<string> Names => _curves.Keys;

    /// <summary>One curve.</summary>
    /// <exception cref="KeyNotFoundException">Nothing was recorded under this name.</exception>
    public Curve this[string name] => _curves.TryGetValue(name, out var curve)
        ? curve
        : throw new KeyNotFoundException($"Nothing was recorded as '{name}'; there is {(Names.Count == 0 ? "nothing yet" : string.Join(", ", Names))}.");

    /// <summary>Was anything recorded under this name?</summary>
    public bool Has(string name) => _curves.ContainsKey(name);

    /// <summary>Adds a point to a curve, which begins with its first point.</summary>
    /// <param name="name">The curve.</param>
    /// <param name="x">How far training is, in units of <see cref="Axis"/>.</param>
    /// <param name="value">What was measured.</param>
    public void Add(string name, double x, double value)
    {
        if (!_curves.TryGetValue(name, out var curve))
            _curves.Add(name, curve = new Curve(name));
        curve.Add(x, value);
    }

    /// <summary>A row for each point at which something was measured, and a column for each curve; an empty cell where it was not.</summary>
    /// <returns>Column names, the axis first, and rows of as many numbers (null for an empty cell).</returns>
    public (IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double?>> Rows) Table()
    {
        var rows = new SortedDictionary<double, double?[]>();
        var column = 1;
        foreach (var curve in _curves.Values)
        {
            foreach (var (x, y) in curve.X.Zip(curve.Y))
            {
                if (!rows.TryGetValue(x, out var row))
                    rows.Add(x, row = new double?[_curves.Count + 1]);
                (row[0], row[column]) = (x, y);
            }

            column++;
        }

        return ([Axis, .. Names], [.. rows.Values]);
    }

    /// <summary>The table as text, right-aligned.</summary>
    public override string ToString()
    {
        var (columns, rows) = Table();
        var text = new StringBuilder(string.Join("  ", columns));
        foreach (var row in rows)
        {
            text.AppendLine();
            text.AppendJoin("  ", row.Zip(columns, (value, name) =>
                (value?.ToString(name == Axis ? "0.##" : "0.0000", CultureInfo.InvariantCulture) ?? "").PadLeft(name.Length)));
        }

        return text.ToString();
    }
}
