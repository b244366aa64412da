using System.Text.Json;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;
using RnnNotebooks.Formatting;

namespace Formatting.Tests;

public sealed class DisplayTests : FormatterTestBase
{
    private readonly List<DisplayedValue> shown = [];

    [Fact]
    public void Displaying_tells_every_subscriber_until_it_leaves()
    {
        IDisposable subscription = Formatter.SubscribeToDisplayedValues(shown.Add);

        12.Display();
        "<b>".DisplayAs("text/html");
        subscription.Dispose();
        using (Formatter.SubscribeToDisplayedValues(_ => { }))
        {
            13.Display();
        }

        Assert.Equal(["<div class=\"dni-plaintext\"><pre>12</pre></div>", "<b>"], shown.Select(displayed => displayed.FormattedValues[0].Value.Split("<style>")[0]));
    }

    [Fact]
    public void An_update_keeps_the_id_and_the_mime_types()
    {
        using IDisposable subscription = Formatter.SubscribeToDisplayedValues(shown.Add);
        DisplayedValue displayed = 1.Display("text/plain");

        displayed.Update("two");

        Assert.Equal(2, shown.Count);
        Assert.Same(shown[0], shown[1]);
        Assert.True(displayed.IsUpdated);
        Assert.Equal([("text/plain", "two")], displayed.FormattedValues.Select(value => (value.MimeType, value.Value)));
    }

    [Fact]
    public void Formulas_are_latex()
    {
        using IDisposable subscription = Formatter.SubscribeToDisplayedValues(shown.Add);

        new MathString(@"h_t = \tanh(a)").Display();
        ((LaTeXString)"$x$").Display();

        Assert.Equal([("text/latex", @"$$h_t = \tanh(a)$$"), ("text/latex", "$x$")], shown.Select(displayed => (displayed.FormattedValues[0].MimeType, displayed.FormattedValues[0].Value)));
    }

    [Fact]
    public void A_table_has_html_and_data()
    {
        using IDisposable subscription = Formatter.SubscribeToDisplayedValues(shown.Add);

        new[] { new { Epoch = 1, Loss = 0.5 } }.DisplayTable();

        Assert.Equal(["text/html", TabularDataResourceFormatter.MimeType], shown[0].FormattedValues.Select(value => value.MimeType));
        using JsonDocument json = JsonDocument.Parse(shown[0].FormattedValues[1].Value);
        Assert.Equal("""{"profile":"tabular-data-resource","schema":{"primaryKey":[],"fields":[{"name":"Epoch","type":"integer"},{"name":"Loss","type":"number"}]},"data":[{"Epoch":1,"Loss":0.5}]}""", json.RootElement.GetRawText());
    }

    [Fact]
    public void A_table_reads_as_columns_where_there_is_only_text()
    {
        var table = Enumerable.Range(1, 22).Select(epoch => new { Epoch = epoch, Loss = 1.0 / epoch }).ToTabularDataResource();

        string[] lines = table.ToDisplayString("text/plain").Split('\n');

        Assert.Equal(["Epoch  Loss", "1      1", "2      0.5"], lines[..3]);
        Assert.Equal("... (2 more)", lines[^1]);
    }

    [Fact]
    public void A_sequence_writes_as_comma_separated_values()
    {
        var rows = new[] { new { Name = "a,\"b\"", Loss = 0.5 }, new { Name = "c", Loss = 1.0 } };

        Assert.Equal("Name,Loss\n\"a,\"\"b\"\"\",0.5\nc,1\n", rows.ToDisplayString("text/csv"));
    }

    [Fact]
    public void Json_leaves_letters_readable_and_survives_cycles_and_infinities()
    {
        Node node = new();
        node.Next = node;

        Assert.Equal("""{"Next":null}""", node.ToDisplayString("application/json"));
        Assert.Equal("""["é<","NaN"]""", new object[] { "é<", double.NaN }.ToDisplayString("application/json"));
    }

    [Fact]
    public void Bytes_dump_sixteen_to_a_line()
    {
        byte[] bytes = [.. Enumerable.Range(60, 18).Select(i => (byte)i)];

        Assert.Equal(
            "00000000  3C 3D 3E 3F 40 41 42 43 44 45 46 47 48 49 4A 4B  <=>?@ABCDEFGHIJK\n00000010  4C 4D                                            LM\n",
            BinaryFormatter.FormatBytes(bytes));
    }

    [Fact]
    public void A_destructurer_takes_an_object_apart()
    {
        IDictionary<string, object?> parts = Destructurer.GetOrCreate(typeof(Person)).Destructure(new Person { Name = "Ada", Age = 36 });

        Assert.Equal(new Dictionary<string, object?> { ["Name"] = "Ada", ["Age"] = 36 }, parts);
    }
}
