using System.Xml.Linq;
using RnnNotebooks.Drawing;

namespace RnnNotebooks.Tests.Figures;

public class LabelTests
{
    [Fact]
    public void Variables_are_italic_and_function_names_are_not()
    {
        var spans = Spans("$h_t = tanh(W_{hh} x)$");
        Assert.Equal("f-i", spans.Single(span => span.Text == "h").Class);
        Assert.Equal("f-r", spans.Single(span => span.Text == "tanh").Class);
        Assert.Equal("f-i", spans.Single(span => span.Text == "hh").Class);
    }

    [Fact]
    public void A_text_after_a_subscript_returns_to_the_base_line()
    {
        var shifts = XElement.Parse(new Label("$h_t$ and $x^2$ end").ToSvg(0, 0, 20, "start", "f-t")).Elements()
            .Sum(span => double.Parse(span.Attribute("dy")?.Value ?? "0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0, shifts, 6);
    }

    [Fact]
    public void A_label_grows_with_its_letters_and_its_size()
    {
        Assert.True(new Label("wide").Width(14) > new Label("will").Width(14));
        Assert.Equal(2 * new Label("$W_{xh}$").Width(10), new Label("$W_{xh}$").Width(20), 9);
        Assert.True(new Label("$h_t$").Width(14) < new Label("$ht$").Width(14));
    }

    [Fact]
    public void Markup_characters_of_XML_are_escaped() =>
        Assert.Equal("a < b & c", XElement.Parse(new Label("a < b & c").ToSvg(0, 0, 12, "middle", "f-t")).Value);

    [Theory]
    [InlineData("$h_t")]
    [InlineData("`code")]
    [InlineData("$h_{t$")]
    [InlineData("$h_$")]
    public void Markup_that_does_not_close_is_refused(string markup) => Assert.Throws<FormatException>(() => new Label(markup));

    private static List<(string? Class, string Text)> Spans(string markup) =>
        [.. XElement.Parse(new Label(markup).ToSvg(0, 0, 14, "start", "f-t")).Elements().Select(span => ((string?)span.Attribute("class"), span.Value.Trim()))];
}
