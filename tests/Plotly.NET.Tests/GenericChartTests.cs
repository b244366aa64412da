using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace PlotlyTests;

public class GenericChartTests
{
    private static readonly double[] s_two = [1, 2];

    [Fact]
    public void A_chart_is_data_layout_and_configuration()
    {
        var json = JsonNode.Parse(GenericChart.toJson(Plain()))!.AsObject();
        Assert.Equal(["data", "layout", "config"], json.Select(m => m.Key));
        Assert.Equal("{\"responsive\":true}", json["config"]!.ToJsonString());
        Assert.Equal([600, 600], [(int)json["layout"]!["width"]!, (int)json["layout"]!["height"]!]);
        Assert.InRange(json["layout"]!["template"]!.ToJsonString().Length, 7_000, 10_000);
    }

    [Fact]
    public void A_figure_is_data_layout_and_frames() =>
        Assert.Equal(["data", "layout", "frames"], JsonNode.Parse(GenericChart.toFigureJson(Plain()))!.AsObject().Select(m => m.Key));

    [Fact]
    public void A_figures_frames_stay_with_the_chart_and_with_what_is_made_from_it()
    {
        var styled = ChartKinds.Animated().WithTitle("styled");
        Assert.Equal("frame one", (string)JsonNode.Parse(GenericChart.toFigureJson(styled))!["frames"]![0]!["layout"]!["title"]!);
        Assert.Equal(["data", "layout", "config", "frames"], JsonNode.Parse(GenericChart.toJson(styled))!.AsObject().Select(m => m.Key));
        Assert.Equal(2, GenericChart.toFigure(Chart.Combine([styled, Plain()])).Frames.Length);
    }

    [Fact]
    public void The_default_template_is_the_reviewed_one() =>
        Expectation.Matches("template.json", JsonNode.Parse(GenericChart.toJson(Plain()))!["layout"]!["template"]!.ToJsonString(new() { WriteIndented = true }));

    [Fact]
    public void Without_defaults_a_chart_has_only_what_it_was_given() =>
        Assert.Equal("{}", JsonNode.Parse(GenericChart.toJson(Chart.Line<double, double, string>(s_two, s_two, UseDefaults: false)))!["layout"]!.ToJsonString());

    [Fact]
    public void Numbers_that_JSON_lacks_are_texts_and_dates_have_no_zone()
    {
        var data = JsonNode.Parse(GenericChart.toJson(ChartKinds.All["gaps"]()))!["data"]![0]!;
        Assert.Equal("[1,\"NaN\",\"Infinity\",2]", data["y"]!.ToJsonString());
        var dates = JsonNode.Parse(GenericChart.toJson(ChartKinds.All["dates"]()))!["data"]![0]!;
        Assert.Equal("2026-01-02T03:04:05", (string)dates["x"]![0]!);
    }

    [Fact]
    public void Combining_nothing_is_refused() => Assert.Throws<ArgumentException>(() => Chart.Combine([]));

    [Fact]
    public void Styling_a_chart_leaves_the_chart_it_came_from_alone()
    {
        var plain = Plain();
        string before = GenericChart.toJson(plain);
        plain.WithTitle("x").WithLineStyle(Width: 7.0).WithXAxisStyle<double, double, string>(TitleText: "y").WithAnnotation(new Annotation());
        Assert.Equal(before, GenericChart.toJson(plain));
    }

    [Fact]
    public void Combining_keeps_the_notes_of_all_charts()
    {
        var noted = Plain().WithAnnotation(Annotation.init<double, double, double, double, double, double, double, double, string, string>(Text: "a"));
        var json = JsonNode.Parse(GenericChart.toJson(Chart.Combine([noted, Plain(), noted])))!;
        Assert.Equal(2, json["layout"]!["annotations"]!.AsArray().Count);
        Assert.Equal(3, json["data"]!.AsArray().Count);
    }

    [Fact]
    public void A_colour_that_is_none_is_refused_with_an_example()
    {
        var error = Assert.Throws<ArgumentException>(() => Color.fromHex("#12"));
        Assert.Equal("\"12\" is not a colour: write six hexadecimal digits, such as #1f77b4.", error.Message);
    }

    [Fact]
    public void A_host_finds_the_formatters_of_a_chart_by_name()
    {
        object attribute = typeof(GenericChart).GetCustomAttributes(inherit: true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var source = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        object made = Activator.CreateInstance(source)!;
        var formatters = ((IEnumerable<object>)source.GetMethod("CreateTypeFormatters")!.Invoke(made, [])!).ToArray();
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"], formatters.Select(f => (string)f.GetType().GetProperty("MimeType")!.GetValue(f)!));
        using var text = new StringWriter();
        var format = formatters[^1].GetType().GetMethod("Format")!;
        Assert.Equal(true, format.Invoke(formatters[^1], [Plain(), text]));
        Assert.Equal("Chart: (scatter, 2 points, x 1 to 2, y 1 to 2)", text.ToString());
        Assert.Equal(false, format.Invoke(formatters[^1], ["no chart", text]));
    }

    private static GenericChart Plain() => Chart.Line<double, double, string>(s_two, s_two);
}
