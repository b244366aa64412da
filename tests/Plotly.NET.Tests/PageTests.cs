using System.Text.RegularExpressions;
using Plotly.NET;
using Plotly.NET.Rendering;

namespace PlotlyTests;

public partial class PageTests
{
    [Fact]
    public void A_saved_page_draws_its_chart_without_a_network()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "chart.html");
        Plotly.NET.CSharp.GenericChartExtensions.SaveHtml(ChartKinds.All["line"](), path);
        string dom = Browser.Dom(path);
        Assert.Contains("class=\"main-svg\"", dom, StringComparison.Ordinal);
        Assert.Contains(">Loss</text>", dom, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_chart_is_drawn_in_a_notebook_page_that_loads_the_script_once()
    {
        using var folder = new TemporaryFolder();
        string[] outputs = [.. ChartKinds.All.Select(kind => Html(kind.Value()))];
        folder.Write("assets/plotly.min.js", HtmlPage.Script());
        string dom = Browser.Dom(folder.Write("notebook.html", Page(outputs)));
        Assert.Equal(outputs.Length, Plots().Count(dom));
        Assert.Single(Scripts().Matches(dom));
        Assert.DoesNotContain("<img alt", dom.Replace("'<img alt", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("surface")]
    [InlineData("scatter3d")]
    public void A_chart_in_space_puts_its_colours_on_the_page(string kind)
    {
        using var folder = new TemporaryFolder();
        folder.Write("assets/plotly.min.js", HtmlPage.Script());
        // Counts the pixels that are neither white nor grey in what plotly.js drew
        const string count = """
            <script>addEventListener('load',function(){notebookPlotly.then(function(Plotly){
            var place=document.querySelector('[id^=chart-]');
            Plotly.toImage(place,{format:'png',width:400,height:400}).then(function(address){
            var picture=new Image();picture.onload=function(){
            var canvas=document.createElement('canvas');canvas.width=canvas.height=400;
            var pen=canvas.getContext('2d');pen.drawImage(picture,0,0);
            var dots=pen.getImageData(0,0,400,400).data,coloured=0;
            for(var i=0;i<dots.length;i+=4)if(dots[i+3]>200&&Math.max(dots[i],dots[i+1],dots[i+2])-Math.min(dots[i],dots[i+1],dots[i+2])>80)coloured++;
            document.body.setAttribute('data-coloured',coloured)};picture.src=address})})})</script>
            """;
        string dom = Browser.Dom(folder.Write("space.html", Page([Html(ChartKinds.All[kind]()), count])));
        Assert.InRange(int.Parse(Coloured().Match(dom).Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture), 1_000, 100_000);
    }

    [Fact]
    public void A_notebook_page_plays_a_charts_frames()
    {
        using var folder = new TemporaryFolder();
        folder.Write("assets/plotly.min.js", HtmlPage.Script());
        const string play = """
            <script>addEventListener('load',function(){notebookPlotly.then(function(Plotly){
            var place=document.querySelector('[id^=chart-]'),frames=setInterval(function(){
            if(!place._transitionData||!place._transitionData._frames.length)return;
            clearInterval(frames);Plotly.animate(place,['two'],{mode:'immediate',frame:{duration:0},transition:{duration:0}})},50)})})</script>
            """;
        string dom = Browser.Dom(folder.Write("frames.html", Page([Html(ChartKinds.Animated()), play])));
        Assert.Contains(">frame two</text>", dom, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#ffffff", "rgb(36, 41, 47)")]
    [InlineData("#111418", "rgb(216, 222, 228)")]
    public void A_chart_without_a_ground_takes_ink_that_can_be_read_on_the_page(string ground, string ink)
    {
        using var folder = new TemporaryFolder();
        folder.Write("assets/plotly.min.js", HtmlPage.Script());
        var bare = ChartKinds.All["line"]().WithTemplate(Template.init<Trace>(Layout.init<string>(PaperBGColor: Color.fromString("rgba(0,0,0,0)"))));
        string dom = Browser.Dom(folder.Write("page.html", Page([$"<style>body{{background:{ground}}}</style>", Html(bare)])));
        Assert.Contains($"fill: {ink};", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("fill: rgb(68, 68, 68);", dom, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_page_without_the_script_keeps_the_still_picture()
    {
        using var folder = new TemporaryFolder();
        string dom = Browser.Dom(folder.Write("moved.html", Page([Html(ChartKinds.All["line"]())])));
        Assert.Equal(0, Plots().Count(dom));
        Assert.Contains("<img alt=\"Loss: train (scatter, 21 points", dom, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_defines_Plotly_by_itself_loads_nothing()
    {
        using var folder = new TemporaryFolder();
        string page = Page(["<script>window.Plotly={newPlot:function(place){place.textContent='drawn by the page'}}</script>", Html(ChartKinds.All["line"]())]);
        string dom = Browser.Dom(folder.Write("docs.html", page));
        Assert.Contains(">drawn by the page</div>", dom, StringComparison.Ordinal);
        Assert.Empty(Scripts().Matches(dom));
    }

    [Fact]
    public void A_text_that_looks_like_the_end_of_a_script_does_not_end_it()
    {
        using var folder = new TemporaryFolder();
        var chart = GenericChart.addLayout(new Layout(), ChartKinds.All["line"]()).WithTitle("</script><b>x");
        folder.Write("assets/plotly.min.js", HtmlPage.Script());
        Assert.Equal(1, Plots().Count(Browser.Dom(folder.Write("page.html", Page([Html(chart)])))));
    }

    private static string Html(GenericChart chart) => ChartBundle.Of(GenericChart.toJson(chart), "text/html");

    private static string Page(string[] outputs) => $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>{string.Concat(outputs.Select(o => $"<div class=\"output\">{o}</div>"))}</body></html>";

    [GeneratedRegex("<div id=\"chart-[0-9a-f]{16}\" class=\"js-plotly-plot\"")]
    private static partial Regex Plots();

    [GeneratedRegex("data-coloured=\"(?<count>[0-9]+)\"")]
    private static partial Regex Coloured();

    [GeneratedRegex("<script src=\"[^\"]*plotly.min.js\"")]
    private static partial Regex Scripts();
}
