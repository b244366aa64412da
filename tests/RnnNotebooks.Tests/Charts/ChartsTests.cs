using System.Text.Json;
using Plotly.NET;
using RnnNotebooks.Training;
using Draw = RnnNotebooks.Charts;

namespace RnnNotebooks.Tests.Charts;

public class ChartsTests
{
    private static readonly Dictionary<string, Func<GenericChart>> s_charts = new()
    {
        ["learning-curve"] = () => Draw.LearningCurve(Run()),
        ["loss-only"] = () => Draw.LearningCurve(Run(), "Losses", "training loss", "validation loss"),
        ["empty-history"] = () => Draw.LearningCurve(new History()),
        ["heatmap"] = () => Draw.Heatmap(Waves(6, 9), ["a", "b", "c", "d", "e", "f"], null, "Weights", "from", "to", aroundZero: true),
        ["confusion"] = () => Draw.ConfusionMatrix([0, 0, 0, 1, 1, 2, 2, 2, 2], [0, 0, 1, 1, 1, 2, 2, 0, 2], 3, ["cat", "dog", "bird"]),
        ["images"] = () => Draw.ImageGrid([.. Enumerable.Range(0, 12).Select(Ring)], 28, 28, [.. Enumerable.Range(0, 12).Select(i => $"{i} as {(i + 3) % 10}")], 6, "Worst mistakes"),
        ["gates"] = () => Draw.GateActivations(new Dictionary<string, double[,]>
        {
            ["input gate"] = Squashed(Waves(12, 8)),
            ["forget gate"] = Squashed(Waves(12, 8)),
            ["candidate"] = Waves(12, 8),
            ["output gate"] = Squashed(Waves(12, 8)),
        }, [.. "one two five".Select(c => c == ' ' ? "␣" : c.ToString())]),
        ["gradient-norms"] = () => Draw.GradientNorms(
            new Dictionary<string, double[]> { ["ρ = 0.5"] = Powers(0.55), ["ρ = 1.2"] = Powers(1.15) }, Powers(0.5), "Gradients through 30 steps"),
        ["attention"] = () => Draw.AttentionMatrix(Peaks(4, 12), ["1", "2", "5", "#"], [.. "one two five".Select(c => c.ToString())]),
        ["accuracy-per-position"] = () => Draw.AccuracyPerPosition(new Dictionary<string, double[]> { ["with mask"] = [0.99, 0.97, 0.93, 0.9, 0.84], ["without mask"] = [0.99, 0.97, 0.95, 0.94, 0.93] }),
        ["slider"] = () => Draw.Slider("spectral radius", [.. ((double[])[0.5, 1, 1.5]).Select(r => (r.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture),
            Draw.GradientNorms(new Dictionary<string, double[]> { ["measured"] = Powers(r * 0.95) }, Powers(r))))], "Norms for a spectral radius"),
        ["slider-fixed"] = () => Draw.Slider("factor", [.. ((double[])[0.5, 2]).Select(f => ($"{f}", Draw.Lines([1, 2, 3], new Dictionary<string, double[]> { ["power"] = [f, f * f, f * f * f] }, logarithmic: true)))], "One range for both", fixedAxes: true),
        ["decodings"] = () => Draw.Decodings("31#", new Dictionary<string, (string, string)> { ["forced"] = ("#31", "37#"), ["free"] = ("#37", "372") }, title: "“three one”"),
        ["decodings-two-steps"] = () => Draw.Decodings("31#", new Dictionary<string, (string, string)> { ["free"] = ("#37", "372") }, steps: 2),
        ["lines"] = () => Draw.Lines([1, 2, 4, 8], new Dictionary<string, double[]> { ["static"] = [1, 2, 4, 8.5], ["dynamic"] = [1.1, 1.2, 1.5, 2] }, "Cost of unrolling", "steps", "milliseconds"),
    };

    public static TheoryData<string> Names => [.. s_charts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_gives_the_reviewed_still_picture(string name) => Reviewed.Matches($"{name}.svg", Draw.Svg(s_charts[name]()));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_gives_the_reviewed_figure(string name) => Reviewed.Matches($"{name}.json", GenericChart.toJson(s_charts[name]()));

    [Fact]
    public void A_chart_has_a_form_for_every_kind_of_viewer()
    {
        var bundle = Draw.MimeBundle(s_charts["gradient-norms"]());
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"], bundle.Keys);
        Assert.StartsWith("Gradients through 30 steps: ρ = 0.5 (scatter, 30 points", bundle["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_keeps_no_copy_of_the_script_and_names_no_network_place()
    {
        string html = Draw.MimeBundle(s_charts["learning-curve"]())["text/html"];
        Assert.InRange(html.Length, 1_000, 40_000);
        Assert.DoesNotContain("://", html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).Replace("http%3A//www.w3.org/2000/svg", "", StringComparison.Ordinal).Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_bit_by_which_processors_differ_makes_no_other_chart()
    {
        static string Line(double y) => GenericChart.toJson(Draw.Lines([1, 2], new Dictionary<string, double[]> { ["loss"] = [y, double.NaN] }));
        static string Map(double v) => GenericChart.toJson(Draw.Heatmap(new[,] { { v, -1e-20 } }));
        Assert.Equal(Line(1 / 3.0), Line((1 / 3.0) + 1e-12));
        Assert.Equal(Map(1 / 3.0), Map((1 / 3.0) + 1e-12));
        Assert.NotEqual(Line(0.333333), Line(0.333334));
    }

    [Fact]
    public void Axes_are_fixed_where_they_show_numbers()
    {
        Assert.Equal(("[0.92,3.08]", "[4.5,5.5]"), Ranges(Plotly.NET.CSharp.Chart.Point<double, double, string>([1.0, 2, 3], [5.0, 5, 5])));
        Assert.Equal(("[0.5,1.5]", null), Ranges(Plotly.NET.CSharp.Chart.Point<double, double, string>([1.0], [])));
        Assert.Equal((null, "[-1.08,1.08]"), Ranges(Plotly.NET.CSharp.Chart.Point<string, double, string>(["a", "b"], [-1.0, 1])));

        static (string? X, string? Y) Ranges(GenericChart chart)
        {
            using var drawn = JsonDocument.Parse(GenericChart.toJson(Draw.Slider("size", [("1", chart)], fixedAxes: true)));
            var layout = drawn.RootElement.GetProperty("layout");
            string? Range(string axis) => layout.TryGetProperty(axis, out var look) && look.TryGetProperty("range", out var range) ? range.GetRawText() : null;
            return (Range("xaxis"), Range("yaxis"));
        }
    }

    [Fact]
    public void Labels_that_do_not_fit_are_refused_with_both_numbers()
    {
        var error = Assert.Throws<ArgumentException>(() => Draw.Heatmap(Waves(2, 3), ["a"]));
        Assert.StartsWith("There are 2 rows but 1 labels for them.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decoding_of_another_length_is_refused_with_both_lengths()
    {
        var error = Assert.Throws<ArgumentException>(() => Draw.Decodings("31#", new Dictionary<string, (string, string)> { ["free"] = ("#3", "31#") }));
        Assert.StartsWith("The answer has 3 characters, but “free” has 2 given and 3 said.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_confusion_outside_the_classes_is_refused_with_its_place()
    {
        var error = Assert.Throws<ArgumentException>(() => Draw.ConfusionMatrix([0, 1], [0, 7], 3));
        Assert.StartsWith("Example 1 has the classes 1 and 7, but they go from 0 to 2.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_of_the_wrong_size_are_refused() =>
        Assert.Throws<ArgumentException>(() => Draw.ImageGrid([new float[5]], 2, 2));

    private static History Run()
    {
        var history = new History();
        for (int epoch = 1; epoch <= 10; epoch++)
        {
            history.Add("training loss", epoch, 2 * Math.Exp(-epoch / 3.0));
            history.Add("training accuracy", epoch, 1 - (0.9 * Math.Exp(-epoch / 3.0)));
            history.Add("validation loss", epoch, (1.9 * Math.Exp(-epoch / 4.0)) + 0.1);
            history.Add("validation accuracy", epoch, 0.97 - (0.85 * Math.Exp(-epoch / 3.5)));
            history.Add("gradient norm", epoch, 3.0 / epoch);
        }
        return history;
    }

    private static double[,] Waves(int rows, int columns) => Filled(rows, columns, (r, c) => Math.Round(Math.Sin((r * 0.9) + (c * 0.4)), 3));

    private static double[,] Squashed(double[,] values) => Filled(values.GetLength(0), values.GetLength(1), (r, c) => Math.Round((values[r, c] + 1) / 2, 3));

    private static double[,] Peaks(int rows, int columns) => Filled(rows, columns, (r, c) => Math.Round(Math.Exp(-Math.Abs(c - (r * 3.5)) / 1.2) * 0.6, 3));

    private static double[,] Filled(int rows, int columns, Func<int, int, double> value)
    {
        var filled = new double[rows, columns];
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
                filled[r, c] = value(r, c);
        }
        return filled;
    }

    private static double[] Powers(double factor) => [.. Enumerable.Range(0, 30).Select(t => Math.Pow(factor, 30 - t))];

    private static float[] Ring(int i)
    {
        var image = new float[28 * 28];
        for (int p = 0; p < image.Length; p++)
        {
            double distance = Math.Sqrt(Math.Pow((p / 28) - 14, 2) + Math.Pow((p % 28) - 14, 2));
            image[p] = (float)Math.Max(0, 1 - (Math.Abs(distance - 5 - (i % 6)) / 2));
        }
        return image;
    }
}
