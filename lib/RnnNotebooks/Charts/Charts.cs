using System.Globalization;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.Rendering;
using Chart = Plotly.NET.CSharp.Chart;
using GenericChartExtensions = Plotly.NET.GenericChartExtensions;

namespace RnnNotebooks;

/// <summary>
/// The charts that lessons need, each in one call. Every one is a Plotly.NET <see cref="GenericChart"/>: a lesson that wants more
/// styles it further. Colours are told apart by colour-blind readers, and stand on light and dark pages.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public static partial class Charts
{
    /// <summary>
    /// A chart as the mime types that notebooks keep: plotly's own, HTML, a still SVG picture, a line of text. Hosts find these by
    /// themselves on this project's Plotly.NET; for the NuGet package a notebook's first cell registers them.
    /// </summary>
    public static IReadOnlyDictionary<string, string> MimeBundle(GenericChart chart)
    {
        string json = GenericChart.toJson(chart);
        return ChartBundle.MimeTypes.ToDictionary(mimeType => mimeType, mimeType => ChartBundle.Of(json, mimeType));
    }

    /// <summary>A chart as a still SVG picture.</summary>
    public static string Svg(GenericChart chart) => StillPicture.Draw(GenericChart.toJson(chart));

    /// <summary>Numbers as colours, with labelled rows and columns.</summary>
    /// <param name="matrix">Shape (rows, columns).</param>
    /// <param name="rows">A label per row, from the top; row numbers when left out.</param>
    /// <param name="columns">A label per column; column numbers when left out.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="rowTitle">What the rows are.</param>
    /// <param name="columnTitle">What the columns are.</param>
    /// <param name="aroundZero">Show the sign: blue below zero, orange above, the same distance equally strong.</param>
    /// <exception cref="ArgumentException">There are not as many labels as rows or columns.</exception>
    public static GenericChart Heatmap(double[,] matrix, IReadOnlyList<string>? rows = null, IReadOnlyList<string>? columns = null,
        string title = "", string rowTitle = "", string columnTitle = "", bool aroundZero = false)
    {
        var values = Rows(matrix);
        string[] below = Labels(columns, matrix.GetLength(1), "columns"), beside = Labels(rows, matrix.GetLength(0), "rows");
        double most = values.SelectMany(row => row).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var chart = Chart.Heatmap<double, int, int, string>(values, ColorScale: aroundZero ? ChartLook.Diverging : ChartLook.Sequential, ReverseYAxis: true);
        if (aroundZero)
            chart = WithLimits(chart, -most, most);
        chart = WithTickLabels(chart, below, columnTitle, beside, rowTitle);
        return chart.Dress(title, height: Math.Clamp(120 + (values.Length * 22), 260, 700));
    }

    /// <summary>How often each true class was taken for each class: the row is the truth, the column the prediction.</summary>
    /// <param name="counts">Shape (classes, classes).</param>
    /// <param name="classes">A name per class; numbers when left out.</param>
    /// <param name="title">What is shown; the share of right answers is added.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or the names do not fit it.</exception>
    public static GenericChart ConfusionMatrix(int[,] counts, IReadOnlyList<string>? classes = null, string title = "Confusion matrix")
    {
        int size = counts.GetLength(0);
        if (counts.GetLength(1) != size)
            throw new ArgumentException($"A confusion matrix is square, but this one has shape ({size}, {counts.GetLength(1)}).", nameof(counts));
        string[] names = Labels(classes, size, "classes");
        double[][] values = [.. Enumerable.Range(0, size).Select(r => Enumerable.Range(0, size).Select(c => (double)counts[r, c]).ToArray())];
        double right = Enumerable.Range(0, size).Sum(i => values[i][i]), all = values.Sum(row => row.Sum());
        // Shares of a row colour the cell: a rare class is as readable as a common one
        double[][] shares = [.. values.Select(row => row.Select(v => ChartLook.Rounded(v / Math.Max(row.Sum(), 1))).ToArray())];
        var chart = Chart.Heatmap<double, int, int, string>(shares, ColorScale: ChartLook.Sequential, ReverseYAxis: true, ShowScale: false);
        chart = WithLimits(chart, 0, 1);
        chart = WithTickLabels(chart, names, "predicted", names, "true");
        var notes = values.SelectMany((row, r) => row.Select((v, c) => Cell(c, r, v.ToString("0", CultureInfo.InvariantCulture), shares[r][c] > 0.6)));
        string share = all == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {100 * right / all:0.0} % right");
        int side = Math.Clamp(160 + (size * 38), 300, 640);
        return GenericChartExtensions.WithAnnotations(chart, notes.ToArray()).Dress(title + share, side + 40, side);
    }

    /// <summary>Counts the confusions and draws them.</summary>
    /// <param name="truth">The true class of each example.</param>
    /// <param name="predicted">The predicted class of each example.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="names">A name per class; numbers when left out.</param>
    /// <exception cref="ArgumentException">The two lists differ in length, or hold a class that is not there.</exception>
    public static GenericChart ConfusionMatrix(IReadOnlyList<long> truth, IReadOnlyList<long> predicted, int classes, IReadOnlyList<string>? names = null)
    {
        if (truth.Count != predicted.Count)
            throw new ArgumentException($"There are {truth.Count} true classes but {predicted.Count} predictions.", nameof(predicted));
        var counts = new int[classes, classes];
        for (int i = 0; i < truth.Count; i++)
        {
            if (truth[i] < 0 || truth[i] >= classes || predicted[i] < 0 || predicted[i] >= classes)
                throw new ArgumentException($"Example {i} has the classes {truth[i]} and {predicted[i]}, but they go from 0 to {classes - 1}.", nameof(classes));
            counts[truth[i], predicted[i]]++;
        }
        return ConfusionMatrix(counts, names);
    }

    /// <summary>How strongly each output step attends to each input step.</summary>
    /// <param name="weights">Shape (output steps, input steps); rows sum to one.</param>
    /// <param name="output">The output's tokens, one per row.</param>
    /// <param name="input">The input's tokens, one per column.</param>
    /// <param name="title">What is shown.</param>
    public static GenericChart AttentionMatrix(double[,] weights, IReadOnlyList<string> output, IReadOnlyList<string> input, string title = "Attention") =>
        WithLimits(Heatmap(weights, output, input, title, "output", "input"), 0, 1);

    internal static double[][] Rows(double[,] matrix) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(r => Enumerable.Range(0, matrix.GetLength(1)).Select(c => ChartLook.Rounded(matrix[r, c])).ToArray())];

    // Labels stand at numbers, so that two equal ones (a letter that occurs twice) keep their own cells
    internal static GenericChart WithTickLabels(GenericChart chart, string[] below, string belowTitle, string[] beside, string besideTitle)
    {
        chart = GenericChartExtensions.WithXAxis(chart, LabelAxis(below, belowTitle, reversed: false));
        return GenericChartExtensions.WithYAxis(chart, LabelAxis(beside, besideTitle, reversed: true));
    }

    private static LinearAxis LabelAxis(string[] labels, string title, bool reversed)
    {
        // An empty label leaves out its tick as well, so that a long axis can name every tenth place
        int[] named = [.. Enumerable.Range(0, labels.Length).Where(i => labels[i].Length > 0)];
        return LinearAxis.init<double, double, double, double, int, string, string, string>(
            Title: Title.init(Text: title),
            TickVals: named,
            TickText: named.Select(i => labels[i]).ToArray(),
            ShowGrid: false,
            ZeroLine: false,
            AutoRange: reversed ? StyleParam.AutoRange.Reversed : StyleParam.AutoRange.True);
    }

    // The limits of the colours are the trace's, which has no style of its own for them
    private static GenericChart WithLimits(GenericChart chart, double low, double high)
    {
        foreach (var trace in GenericChart.getTraces(chart))
        {
            trace.SetProperty("zmin", low);
            trace.SetProperty("zmax", high);
        }
        return chart;
    }

    private static Annotation Cell(int x, int y, string text, bool bright) =>
        Annotation.init<int, int, int, int, int, int, int, int, string, string>(X: x, Y: y, Text: text, ShowArrow: false,
            Font: Font.init(Color: Plotly.NET.Color.fromString(bright ? "#222222" : "#ffffff"), Size: 11));

    private static string[] Labels(IReadOnlyList<string>? labels, int count, string what)
    {
        if (labels is null)
            return [.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        // A blank among characters must be seen
        return labels.Count == count ? [.. labels.Select(label => label == " " ? "␣" : label)] : throw new ArgumentException($"There are {count} {what} but {labels.Count} labels for them.", what);
    }
}
