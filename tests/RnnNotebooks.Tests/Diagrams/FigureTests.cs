using System.Reflection;

namespace RnnNotebooks.Tests.Figures;

public class FigureTests
{
    [Fact]
    public void A_host_finds_the_formatters_by_convention()
    {
        var attribute = typeof(SvgFigure).GetCustomAttributesData().Single(data => data.AttributeType.Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)attribute.ConstructorArguments[0].Value!, nonPublic: true)!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var figure = Diagrams.Folded();
        var written = formatters.ToDictionary(
            formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!,
            formatter => Format(formatter, figure));
        Assert.Equal(figure.Html, written["text/html"]);
        Assert.Equal(figure.Svg, written["image/svg+xml"]);
        Assert.Equal(figure.ToString(), written["text/plain"]);
    }

    [Fact]
    public void A_file_follows_the_system_and_a_page_also_its_theme_switch()
    {
        var figure = Diagrams.Unrolled(2);
        Assert.Contains("prefers-color-scheme:dark", figure.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("data-jp-theme-light", figure.Svg, StringComparison.Ordinal);
        foreach (var theme in new[] { "data-jp-theme-light=false", ".vscode-dark", "data-theme=dark" })
            Assert.Contains(theme, figure.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_figure_is_the_svg_without_a_byte_order_mark()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".svg");
        try
        {
            Diagrams.Folded().Save(path);
            Assert.Equal((byte)'<', File.ReadAllBytes(path)[0]);
            Assert.Equal(Diagrams.Folded().Svg, File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(10)]
    public void An_unrolled_network_has_a_column_for_every_step(int steps) =>
        Assert.Equal(steps, Diagrams.Unrolled(steps).Labels.Count(label => label.Text.StartsWith("t = ", StringComparison.Ordinal)));

    [Fact]
    public void The_notation_names_every_part()
    {
        var labels = Diagrams.Unrolled(1, RnnNotation.Activation).Labels.Select(label => label.Text).ToList();
        foreach (var name in new[] { "x⟨1⟩", "a⟨0⟩", "a⟨1⟩", "y⟨1⟩", "Wax", "Waa", "Wya" })
            Assert.Contains(name, labels);
    }

    [Fact]
    public void Without_teacher_forcing_the_decoder_is_given_no_targets()
    {
        var forced = Diagrams.EncoderDecoder("one", "1", teacherForcing: true).Labels.Count(label => label.Text == "1");
        var free = Diagrams.EncoderDecoder("one", "1", teacherForcing: false).Labels.Count(label => label.Text == "1");
        Assert.Equal(2, forced);
        Assert.Equal(1, free);
    }

    [Fact]
    public void The_mask_of_a_batch_sums_to_its_lengths() =>
        Assert.Equal(3 + 1, Diagrams.PaddingAndMask("ab#", "#").Labels.Count(label => label.Text == "1" && label.Container is not null));

    [Fact]
    public void The_beam_tree_follows_the_best_path_and_not_the_greedy_one()
    {
        var description = Diagrams.BeamTree(BeamNode.Example(), width: 2).Description;
        Assert.Contains("# 7 2 #", description, StringComparison.Ordinal);
        Assert.Contains("−1.08", description, StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<SvgFigure>> Mistakes => new()
    {
        { "1 to 10", () => Diagrams.Unrolled(0) },
        { "1 to 6", () => Diagrams.FoldedAndUnrolled(7) },
        { "784", () => Diagrams.ImageRows(new byte[10]) },
        { "sum to", () => Diagrams.Attention("ab", [0.5, 0.1]) },
        { "one per character", () => Diagrams.Attention("ab", [1]) },
        { "1 to 12", () => Diagrams.EncoderDecoder("", "1") },
        { "0 to 8", () => Diagrams.SequenceLengths(2, 9) },
        { "at most 3", () => Diagrams.GradientFlow(0) },
        { "at least 1", () => Diagrams.BackpropagationThroughTime(4, window: 0) },
        { "1 to 5", () => Diagrams.BatchAndTimeMajor(batch: 6) },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void A_mistaken_parameter_is_answered_with_what_would_do(string remedy, Func<SvgFigure> draw)
    {
        var error = Assert.ThrowsAny<ArgumentException>(draw);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    private static string Format(object formatter, SvgFigure figure)
    {
        using var writer = new StringWriter();
        var method = formatter.GetType().GetMethod("Format", BindingFlags.Public | BindingFlags.Instance)!;
        Assert.True((bool)method.Invoke(formatter, [figure, writer])!);
        return writer.ToString();
    }
}
