using System.Collections;
using Microsoft.DotNet.Interactive.Formatting;

namespace Formatting.Tests;

public sealed class RegistrationTests : FormatterTestBase
{
    [Fact]
    public void A_function_an_action_and_a_delegate_register_for_plain_text()
    {
        Formatter.Register<Person>(person => person.Name);
        Assert.Equal("Ada", Plain(new Person { Name = "Ada" }));

        Formatter.Register<Person>((person, writer) => writer.Write($"<{person.Age}>"));
        Assert.Equal("<3>", Plain(new Person { Age = 3 }));

        Formatter.Register<Person>((person, context) =>
        {
            context.Writer.Write($"depth {context.Depth}");
            return true;
        });
        Assert.Equal("depth 1", Plain(new Person()));
    }

    [Fact]
    public void Other_mime_types_are_left_alone()
    {
        Formatter.Register<Person>(person => "mine", "text/x-mine");

        Assert.Equal("mine", new Person().ToDisplayString("text/x-mine"));
        Assert.StartsWith("Person", Plain(new Person()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_known_at_run_time_covers_what_derives_from_it()
    {
        Formatter.Register(typeof(IEnumerable), (value, writer) => writer.Write("some sequence"));

        Assert.Equal("some sequence", Plain(new List<int>()));
    }

    [Fact]
    public void An_open_generic_covers_its_instances_and_a_closed_one_wins_over_it()
    {
        Formatter.Register(typeof(List<>), (value, writer) => writer.Write("a list"));
        Formatter.Register<List<string>>(list => "strings");
        Formatter.Register(typeof(IDictionary<,>), (value, writer) => writer.Write("a dictionary"));

        Assert.Equal("a list", Plain(new List<int>()));
        Assert.Equal("strings", Plain(new List<string>()));
        Assert.Equal("a dictionary", Plain(new Dictionary<string, int>()));
    }

    [Fact]
    public void The_most_specific_type_wins_and_of_equals_the_latest()
    {
        Formatter.Register<object>(value => "object");
        Formatter.Register<Exception>(value => "exception");
        Formatter.Register<ArgumentException>(value => "first");
        Formatter.Register<ArgumentException>(value => "second");

        Assert.Equal("object", Plain(1));
        Assert.Equal("exception", Plain(new InvalidOperationException()));
        Assert.Equal("second", Plain(new ArgumentNullException()));
    }

    [Fact]
    public void A_formatter_that_declines_leaves_the_value_to_the_next()
    {
        Formatter.Register<int>((value, context) =>
        {
            if (value < 0)
            {
                context.Writer.Write("negative");
            }

            return value < 0;
        });

        Assert.Equal("negative", Plain(-1));
        Assert.Equal("1", Plain(1));
    }

    [Fact]
    public void A_registered_formatter_holds_within_sequences_and_objects()
    {
        Formatter.Register<double>(value => value.ToString("F1", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal("[ 1.0, 2.3 ]", Plain(new[] { 1, 2.345 }));
        Assert.Equal("{ x = 0.5 }", Plain(new { x = 0.5 }));
        Assert.Contains("[ 1.0, 2.3 ]", Html(new[] { 1, 2.345 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Resetting_brings_back_what_is_built_in()
    {
        Formatter.Register<int>(value => "mine");
        Formatter.SetPreferredMimeTypesFor(typeof(int), "text/plain");
        Formatter.ListExpansionLimit = 1;
        Formatter.RecursionLimit = 1;
        Formatter.NullString = "nothing";
        Formatter.DefaultMimeType = "text/plain";
        Formatter<int[]>.ListExpansionLimit = 2;

        Formatter.ResetToDefault();

        Assert.Equal("1", Plain(1));
        Assert.Equal(["text/html"], Formatter.GetPreferredMimeTypesFor(typeof(int)));
        Assert.Equal((20, 6, "<null>", "text/html", 20), (Formatter.ListExpansionLimit, Formatter.RecursionLimit, Formatter.NullString, Formatter.DefaultMimeType, Formatter<int[]>.ListExpansionLimit));
    }

    [Fact]
    public void Strings_prefer_plain_text_and_everything_else_html_until_told_otherwise()
    {
        Assert.Equal(["text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(string)));
        Assert.Equal(["text/html"], Formatter.GetPreferredMimeTypesFor(typeof(Person)));
        Assert.Equal(["text/latex"], Formatter.GetPreferredMimeTypesFor(typeof(LaTeXString)));

        Formatter.SetPreferredMimeTypesFor(typeof(object), "text/plain", "text/csv");
        Formatter.SetPreferredMimeTypesFor(typeof(Person), "application/json");

        Assert.Equal(["text/plain", "text/csv"], Formatter.GetPreferredMimeTypesFor(typeof(int)));
        Assert.Equal(["application/json"], Formatter.GetPreferredMimeTypesFor(typeof(Person)));
    }

    [Fact]
    public void A_preference_without_a_mime_type_is_refused()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => Formatter.SetPreferredMimeTypesFor(typeof(int)));

        Assert.StartsWith("Give at least one mime type, such as text/plain.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formatter_that_throws_costs_its_text_and_not_the_display()
    {
        Formatter.Register<Person>((Func<Person, string>)(person => throw new InvalidOperationException("no name")), "text/html");

        FormattedValue formatted = Assert.Single(FormattedValue.CreateManyFromObject(new Person()));

        Assert.Equal("text/plain", formatted.MimeType);
        Assert.Equal("The text/html formatter of Person failed with InvalidOperationException: no name", formatted.Value);
    }

    [Fact]
    public void Several_mime_types_give_several_values()
    {
        IReadOnlyList<FormattedValue> values = FormattedValue.CreateManyFromObject(12, "text/plain", "application/json", "text/plain");

        Assert.Equal([("text/plain", "12"), ("application/json", "12")], values.Select(value => (value.MimeType, value.Value)));
    }
}
