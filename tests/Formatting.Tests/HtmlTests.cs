using System.Text.Json;
using Microsoft.DotNet.Interactive.Formatting;

namespace Formatting.Tests;

public sealed class HtmlTests : FormatterTestBase
{
    [Theory]
    [InlineData("a <b> & \"c\"\n\tü 😀", "<div class=\"dni-plaintext\"><pre>a &lt;b&gt; &amp; &quot;c&quot;\n\tü &#x1F600;</pre></div>")]
    [InlineData(1.5, "<div class=\"dni-plaintext\"><pre>1.5</pre></div>")]
    [InlineData(null, "<div class=\"dni-plaintext\"><pre>&lt;null&gt;</pre></div>")]
    [InlineData(DayOfWeek.Monday, "<span>Monday</span>")]
    [InlineData(typeof(List<int>), "<code>System.Collections.Generic.List&lt;int&gt;</code>")]
    [InlineData(new[] { 1, 2 }, "<div class=\"dni-plaintext\"><pre>[ 1, 2 ]</pre></div>")]
    public void Plain_values_are_encoded_text(object? value, string expected)
    {
        Assert.Equal(expected, Html(value));
    }

    [Fact]
    public void Objects_are_trees_that_fold()
    {
        Assert.Equal(
            "<details open=\"open\" class=\"dni-treeview\"><summary><span class=\"dni-code-hint\"><code>Formatting.Tests.Person</code></span></summary><div><table class=\"dni-table\"><tbody>"
            + "<tr><td>Name</td><td>&lt;Ada&gt;</td></tr>"
            + "<tr><td>Age</td><td class=\"dni-number\"><div class=\"dni-plaintext\"><pre>36</pre></div></td></tr>"
            + "</tbody></table></div></details>",
            Html(new Person { Name = "<Ada>", Age = 36 }));
    }

    [Fact]
    public void Trees_further_down_are_folded()
    {
        string html = Html(new { a = new { b = new { c = 1 } } });

        Assert.Equal(2, html.Split("<details open").Length - 1);
        Assert.Equal(1, html.Split("<details class").Length - 1);
        Assert.Contains("<code>{ a = { b = { c = 1 } } }</code>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_of_plain_values_are_a_table_with_a_column_a_member()
    {
        Assert.Equal(
            "<table class=\"dni-table\"><thead><tr><th><i>index</i></th><th>Name</th><th>Age</th></tr></thead><tbody>"
            + "<tr><td>0</td><td>Ada</td><td class=\"dni-number\"><div class=\"dni-plaintext\"><pre>36</pre></div></td></tr>"
            + "</tbody></table>",
            Html(new List<Person> { new() { Name = "Ada", Age = 36 } }));
    }

    [Fact]
    public void Mixed_sequences_are_a_table_with_a_view_in_each_row()
    {
        string html = Html(new object[] { 1, new Person(), new[] { 2, 3 } });

        Assert.StartsWith("<table class=\"dni-table\"><thead><tr><th><i>index</i></th><th>value</th></tr></thead><tbody><tr><td>0</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td>1</td><td><details open", html, StringComparison.Ordinal);
        Assert.Contains("<td>2</td><td><div class=\"dni-plaintext\"><pre>[ 2, 3 ]</pre></div></td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Dictionaries_are_tables_of_keys_and_values()
    {
        Assert.Equal(
            "<table class=\"dni-table\"><thead><tr><th><i>key</i></th><th>value</th></tr></thead><tbody><tr><td>a&amp;b</td><td>x</td></tr></tbody></table>",
            Html(new Dictionary<string, string> { ["a&b"] = "x" }));
    }

    [Fact]
    public void Two_dimensional_arrays_are_grids()
    {
        string html = Html(new[,] { { 1, 2, 3 } });

        Assert.Contains("<th><i>index</i></th><th>0</th><th>1</th><th>2</th>", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<tr><td>0</td>").Length - 1);
    }

    [Fact]
    public void Long_tables_say_how_many_rows_are_missing()
    {
        Formatter.ListExpansionLimit = 1;

        Assert.Contains("<i>... (2 more)</i>", Html(new[] { new Person(), new Person(), new Person() }), StringComparison.Ordinal);
    }

    [Fact]
    public void Tuples_show_their_items()
    {
        string html = Html((1, "b"));

        Assert.Contains("<code>(1, b)</code>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>Item2</td><td>b</td></tr>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_of_a_tree_names_the_size_of_sequences_within()
    {
        Assert.Contains("<code>{ loss = double[] (2 items), none = &lt;null&gt; }</code>", Html(new { loss = new[] { 0.5, 0.25 }, none = (string?)null }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_throws_shows_the_exception_in_its_place()
    {
        string html = Html(new Faulty());

        Assert.Contains("<td>Fine</td>", html, StringComparison.Ordinal);
        Assert.Contains("<code>System.InvalidOperationException: not &lt;today&gt;</code>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_frames_of_a_property_that_throws_are_its_own_however_often_it_is_read()
    {
        string html = string.Concat(Enumerable.Range(0, 5).Select(_ => Html(new Faulty())));

        Assert.Contains("get_", html, StringComparison.Ordinal);
        Assert.DoesNotContain("InvokeStub", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Exceptions_are_encoded_and_fold()
    {
        string html = Html(new InvalidOperationException("<script>alert(1)</script>"));

        Assert.StartsWith("<details open=\"open\" class=\"dni-treeview\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_names_and_member_names_are_encoded()
    {
        string html = Html(new Box<int> { Value = 1 });

        Assert.Contains("<code>Formatting.Tests.Box&lt;int&gt;</code>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Box<int>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Styles_are_written_once_and_name_no_colour_of_the_page()
    {
        string html = new[] { new Person(), new Person() }.ToDisplayString("text/html");

        Assert.Equal(1, html.Split("<style>").Length - 1);
        Assert.EndsWith("</style>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("white;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_shown_indented()
    {
        using JsonDocument document = JsonDocument.Parse("""{"a":[1,"<"]}""");

        Assert.Equal("<div class=\"dni-plaintext\"><pre>{\n  &quot;a&quot;: [\n    1,\n    &quot;&lt;&quot;\n  ]\n}</pre></div>", Html(document));
        Assert.Equal("""{"a":[1,"<"]}""", Plain(document));
    }

    [Fact]
    public void A_lazy_sequence_is_enumerated_once()
    {
        int times = 0;
        IEnumerable<int> Lazy()
        {
            times++;
            yield return 1;
        }

        Html(Lazy());

        Assert.Equal(1, times);
    }

    [Fact]
    public void Html_content_writes_itself()
    {
        Assert.Equal("<b>x</b>", Html("<b>x</b>".ToHtmlContent()));
        Assert.Equal("&lt;b&gt;", Html("<b>".HtmlEncode()));
        Assert.Equal("<p class=\"a\">x &amp; y</p>", Html("p".Tag().Containing("x & y").WithAttributes("class", "a")));
    }
}

public sealed class Box<T>
{
    public T? Value { get; set; }
}
