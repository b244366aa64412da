using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;
using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;

namespace Formatting.Tests;

public sealed class PocketViewTests : FormatterTestBase
{
    [Fact]
    public void Tags_nest_and_take_attributes()
    {
        string written = ul[@class: "sold-out", id: "cats"](li(a("Post")), li(a[@class: "selected"]("Fountain"))).ToString();

        Assert.Equal("<ul class=\"sold-out\" id=\"cats\"><li><a>Post</a></li><li><a class=\"selected\">Fountain</a></li></ul>", written);
    }

    [Fact]
    public void Strings_are_encoded_and_html_is_not()
    {
        string written = div["open"]("this & that", "<br>".ToHtmlContent()).ToString();

        Assert.Equal("<div open>this &amp; that<br></div>", written);
        Assert.Equal("<div data=\"a &amp; b\"></div>", div[data: "a & b"].ToString());
    }

    [Fact]
    public void Sequences_are_written_item_by_item()
    {
        string written = ul(Enumerable.Range(1, 2).Select(i => li($"{i}"))).ToString();

        Assert.Equal("<ul><li>1</li><li>2</li></ul>", written);
    }

    [Fact]
    public void Values_are_shown_by_their_formatters()
    {
        Formatter.Register<Person>(person => $"<b>{person.Name}</b>", "text/html");

        string written = p(new Person { Name = "Ada" }).ToString();

        Assert.Equal("<p><b>Ada</b></p>", written);
    }

    [Theory]
    [InlineData("br", "<br />")]
    [InlineData("hr", "<hr />")]
    [InlineData("img", "<img />")]
    [InlineData("div", "<div></div>")]
    public void Empty_elements_close_themselves(string name, string expected)
    {
        Assert.Equal(expected, new PocketView(name).ToString());
    }

    [Fact]
    public void Underscores_become_hyphens_and_names_alone_have_no_value()
    {
        string written = details["open"](summary("s"), input[data_bind: "x"]).ToString();

        Assert.Equal("<details open><summary>s</summary><input data-bind=\"x\" /></details>", written);
    }

    [Fact]
    public void A_transform_makes_a_tag_of_ones_own()
    {
        dynamic own = new PocketView();
        own.textbox = PocketView.Transform((tag, model) =>
        {
            tag.Name = "div";
            tag.Content = context => ((PocketView)label[@for: model.name](model.name)).WriteTo(context);
        });
        own.note = PocketView.Transform((tag, model) => tag.HtmlAttributes.Class("note"));

        string box = own.textbox(name: "First").ToString();
        string note = own.note[style: "color:red"]("hi").ToString();

        Assert.Equal("<div><label for=\"First\">First</label></div>", box);
        Assert.Equal("<note style=\"color:red\" class=\"note\">hi</note>", note);
    }

    [Fact]
    public void A_dependency_is_written_once_at_the_end()
    {
        IEnumerable<IHtmlContent> Items()
        {
            foreach (string text in new[] { "a", "b" })
            {
                PocketView item = p(text);
                item.AddDependency("css", new Style { { "p", ("color", "red") } });
                yield return item;
            }
        }

        string written = div(Items()).ToString();

        Assert.Equal("<div><p>a</p><p>b</p></div><style>\np {\n  color: red;\n}\n</style>", written);
    }

    [Fact]
    public void A_view_is_displayed_as_html()
    {
        List<DisplayedValue> shown = [];
        using IDisposable subscription = Formatter.SubscribeToDisplayedValues(shown.Add);

        PocketView view = h1("x");
        view.Display();

        FormattedValue formatted = Assert.Single(Assert.Single(shown).FormattedValues);
        Assert.Equal(("text/html", "<h1>x</h1>"), (formatted.MimeType, formatted.Value));
    }
}
