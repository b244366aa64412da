using Plotly.NET;
using Plotly.NET.CSharp;
using RnnNotebooks.Training;
using Chart = Plotly.NET.CSharp.Chart;

namespace RnnNotebooks;

public static partial class Charts
{
    /// <summary>What was measured while a network learned. Losses and accuracies stand in two plots side by side.</summary>
    /// <param name="history">The record of a training run.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="curves">The curves to draw; the losses and accuracies when left out.</param>
    public static GenericChart LearningCurve(History history, string title = "Learning curve", params string[] curves)
    {
        string[] names = curves.Length > 0 ? curves : [.. history.Names.Where(n => n.Contains("loss", StringComparison.Ordinal) || n.Contains("accuracy", StringComparison.Ordinal))];
        string[] accuracies = [.. names.Where(n => n.Contains("accuracy", StringComparison.Ordinal))], others = [.. names.Except(accuracies)];
        if (accuracies.Length == 0 || others.Length == 0)
            return Curves(history, names, names.Length == 1 ? names[0] : accuracies.Length == 0 ? "loss" : "accuracy", showNames: names.Length > 1).Dress(title);
        return Chart.Grid(
            [Curves(history, others, "loss", showNames: true), Curves(history, accuracies, "accuracy", showNames: false)],
            nRows: 1, nCols: 2, Pattern: StyleParam.LayoutGridPattern.Independent, XGap: 0.28).Dress(title, width: 860, height: 360);
    }

    /// <summary>
    /// A learning curve that redraws itself in place while training runs, at most ten times a second. Call
    /// <see cref="LiveChart.Redraw"/> after each measurement, and dispose of it at the end so that the last points are shown.
    /// </summary>
    /// <param name="history">The record that training writes.</param>
    /// <param name="title">What is shown.</param>
    public static LiveChart LiveLearningCurve(History history, string title = "Learning curve") => new(() => LearningCurve(history, title));

    /// <summary>Sizes of gradients step by step on a logarithmic axis, with the line that theory predicts.</summary>
    /// <param name="norms">A name and the norms ‖∂L/∂h_t‖ for t = 1 …; zeros leave a gap, as their logarithm does.</param>
    /// <param name="predicted">The norms that theory gives, drawn dashed; nothing when left out.</param>
    /// <param name="title">What is shown.</param>
    public static GenericChart GradientNorms(IReadOnlyDictionary<string, double[]> norms, double[]? predicted = null, string title = "Gradient norms")
    {
        var charts = norms.Select((curve, i) => Line(Steps(curve.Value.Length, 1), curve.Value, curve.Key, i, curve.Value.Length <= 60)).ToList();
        if (predicted is not null)
            charts.Add(Chart.Line<double, double, string>(Steps(predicted.Length, 1), predicted, Name: "predicted", LineDash: StyleParam.DrawingStyle.Dash, LineColor: Color.fromHex(ChartLook.Ink)));
        return Chart.Combine(charts)
            .WithXAxisStyle<double, double, string>(TitleText: "step t")
            .WithYAxisStyle<double, double, string>(TitleText: "‖∂L/∂h<sub>t</sub>‖", AxisType: StyleParam.AxisType.Log)
            .Dress(title);
    }

    /// <summary>The share of right answers at each position of a sequence.</summary>
    /// <param name="accuracies">A name and an accuracy per position, from 0 to 1.</param>
    /// <param name="title">What is shown.</param>
    public static GenericChart AccuracyPerPosition(IReadOnlyDictionary<string, double[]> accuracies, string title = "Accuracy per position") =>
        Chart.Combine(accuracies.Select((series, i) => Chart.Column<double, double, string>(Array.ConvertAll(series.Value, ChartLook.Rounded), Keys: Steps(series.Value.Length, 1), Name: series.Key, MarkerColor: ChartLook.Color(i))).ToArray())
            .WithXAxisStyle<double, double, string>(TitleText: "position in the target")
            .WithYAxisStyle<double, double, string>(TitleText: "accuracy", MinMax: Tuple.Create(0.0, 1.0))
            .Dress(title);

    /// <summary>Curves over a common axis.</summary>
    /// <param name="x">The common axis.</param>
    /// <param name="curves">A name and as many values as the axis has.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="xTitle">What the axis counts.</param>
    /// <param name="yTitle">What the values measure.</param>
    /// <param name="logarithmic">Values on a logarithmic axis.</param>
    public static GenericChart Lines(double[] x, IReadOnlyDictionary<string, double[]> curves, string title = "", string xTitle = "", string yTitle = "", bool logarithmic = false) =>
        Chart.Combine(curves.Select((curve, i) => Line(x, curve.Value, curve.Key, i, x.Length <= 40)).ToArray())
            .WithXAxisStyle<double, double, string>(TitleText: xTitle)
            .WithYAxisStyle<double, double, string>(TitleText: yTitle, AxisType: logarithmic ? StyleParam.AxisType.Log : StyleParam.AxisType.Linear)
            .Dress(title);

    private static GenericChart Curves(History history, string[] names, string yTitle, bool showNames)
    {
        GenericChart[] lines = [.. names.Where(history.Has).Select(name =>
        {
            var curve = history[name];
            double[] x = [.. curve.X], y = [.. curve.Y];
            // Training is blue and validation orange in both plots, so that one legend serves both
            bool validation = name.Contains("valid", StringComparison.Ordinal) || name.Contains("test", StringComparison.Ordinal);
            int color = names.Length <= 2 ? validation ? 1 : 0 : Array.IndexOf(names, name);
            return Line(x, y, showNames ? name.Split(' ')[0] : name, color, x.Length <= 40, showNames);
        })];
        bool isEmpty = lines.Length == 0;
        if (isEmpty)
            lines = [Line([], [], yTitle, 0, false, false)];
        // Before the first measurement plotly would show an axis from −1 to 6
        Optional<Tuple<double, double>> limits = isEmpty ? Tuple.Create(0.0, 1.0) : default(Optional<Tuple<double, double>>);
        return Chart.Combine(lines)
            .WithXAxisStyle<double, double, string>(TitleText: history.Axis, MinMax: limits)
            .WithYAxisStyle<double, double, string>(TitleText: yTitle, MinMax: limits);
    }

    private static GenericChart Line(double[] x, double[] y, string name, int color, bool markers, bool inLegend = true) =>
        Chart.Line<double, double, string>(Array.ConvertAll(x, ChartLook.Rounded), Array.ConvertAll(y, ChartLook.Rounded), Name: name, ShowMarkers: markers, LineColor: ChartLook.Color(color), LineWidth: 2.0, ShowLegend: inLegend);

    internal static double[] Steps(int count, int first) => [.. Enumerable.Range(first, count).Select(i => (double)i)];
}
