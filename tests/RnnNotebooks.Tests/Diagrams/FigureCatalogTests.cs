using System.Globalization;
using System.Xml.Linq;

namespace RnnNotebooks.Tests.Figures;

public class FigureCatalogTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. FigureCatalog.All.Select(entry => entry.Figure.Name)];

    [Fact]
    public void The_images_folder_is_what_the_code_draws_now()
    {
        var folder = Path.Combine(FindRepository(), "images");
        var drawn = FigureCatalog.Files().ToDictionary(file => file.Path, file => file.Text);
        Assert.Equal(drawn.Keys.Order(), Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order());
        foreach (var (path, text) in drawn)
        {
            Assert.True(
                File.ReadAllText(Path.Combine(folder, path)) == text,
                $"images/{path} differs from what the code draws. Run `dotnet run --project build/Figures`, look at the picture, and commit it.");
        }
    }

    [Fact]
    public void No_two_figures_share_a_file() =>
        Assert.Equal(FigureCatalog.All.Count, FigureCatalog.All.Select(entry => entry.Figure.Name).Distinct().Count());

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            commas.NumberFormat.NegativeSign = "−";
            CultureInfo.CurrentCulture = commas;
            Assert.Equal(FigureCatalog.All.Single(entry => entry.Figure.Name == "rnn-unrolled").Figure.Svg, Diagrams.Unrolled(4).Svg);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_figure_is_well_formed_and_tells_screen_readers_what_it_shows(string name)
    {
        var figure = Figure(name);
        var root = XDocument.Parse(figure.Svg).Root!;
        var title = root.Element(s_svg + "title")!;
        var description = root.Element(s_svg + "desc")!;
        Assert.Equal(figure.Title, title.Value);
        Assert.Equal(figure.Description, description.Value);
        Assert.True(description.Value.Length > 40, "A description says more than the title.");
        Assert.Equal($"{title.Attribute("id")!.Value} {description.Attribute("id")!.Value}", root.Attribute("aria-labelledby")!.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_label_fits_into_its_box_and_onto_the_paper(string name)
    {
        var figure = Figure(name);
        foreach (var label in figure.Labels)
        {
            Assert.True(figure.Paper.Contains(label.Place), $"“{label.Text}” leaves the paper of {name}.");
            if (label.Container is { } box)
                Assert.True(box.Width >= label.Place.Width + 3 && box.Height >= label.Place.Height, $"“{label.Text}” is {label.Place.Width:0} px wide and its box in {name} {box.Width:0}.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_two_labels_lie_on_each_other(string name)
    {
        var labels = Figure(name).Labels;
        for (var i = 0; i < labels.Count; i++)
        {
            for (var j = i + 1; j < labels.Count; j++)
                Assert.False(labels[i].Place.Overlaps(labels[j].Place), $"“{labels[i].Text}” and “{labels[j].Text}” overlap in {name}.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_class_that_a_figure_uses_has_a_rule_and_every_rule_is_bound_to_figures(string name)
    {
        var root = XDocument.Parse(Figure(name).Svg).Root!;
        var css = root.Element(s_svg + "style")!.Value;
        var classes = root.Descendants().SelectMany(element => ((string?)element.Attribute("class") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct();
        foreach (var used in classes.Where(used => used != "f-t"))
            Assert.Contains($".{used}", css, StringComparison.Ordinal);
        foreach (var selector in css.Split('{', '}').Where(part => part.Contains('.') && !part.Contains(':') && !part.StartsWith('@')))
            Assert.Contains(".rf", selector, StringComparison.Ordinal);
    }

    private static SvgFigure Figure(string name) => FigureCatalog.All.Single(entry => entry.Figure.Name == name).Figure;

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RnnNotebooks.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
