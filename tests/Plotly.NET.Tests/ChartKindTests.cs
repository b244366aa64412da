using Plotly.NET;
using Plotly.NET.Rendering;

namespace PlotlyTests;

public class ChartKindTests
{
    public static TheoryData<string> Names => [.. ChartKinds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_gives_the_reviewed_JSON(string name) => Expectation.Matches($"charts/{name}.json", Expectation.Json(ChartKinds.All[name]()));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_gives_the_reviewed_still_picture(string name) =>
        Expectation.Matches($"stills/{name}.svg", StillPicture.Draw(GenericChart.toJson(ChartKinds.All[name]())));
}
