using System.Dynamic;
using Microsoft.DotNet.Interactive.Formatting;
using RnnNotebooks.Formatting;

namespace Formatting.Tests;

public sealed class PlainTextTests : FormatterTestBase
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "<null>" },
        { "text", "text" },
        { 1.5, "1.5" },
        { 0.1f, "0.1" },
        { true, "True" },
        { DayOfWeek.Monday, "Monday" },
        { new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "2026-01-02 03:04:05Z" },
        { TimeSpan.FromSeconds(1.5), "00:00:01.5000000" },
        { typeof(Dictionary<string, List<int?>[]>), "System.Collections.Generic.Dictionary<string, System.Collections.Generic.List<int?>[]>" },
        { new[] { 1, 2, 3 }, "[ 1, 2, 3 ]" },
        { Array.Empty<int>(), "[ ]" },
        { new[] { "a", null }, "[ a, <null> ]" },
        { new[] { new[] { 1, 2 }, [3] }, "[ [ 1, 2 ], [ 3 ] ]" },
        { new[,] { { 1, 20 }, { 300, 4 } }, "[ [   1,  20 ],\n  [ 300,   4 ] ]" },
        { new[,,] { { { 1, 2 } }, { { 3, 4 } } }, "[ [ [ 1, 2 ] ],\n  [ [ 3, 4 ] ] ]" },
        { (1, "a"), "( 1, a )" },
        { Tuple.Create(1, new[] { 2, 3 }), "( 1, [ 2, 3 ] )" },
        { new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, "{ a: 1, b: 2 }" },
        { new { a = 1, b = "x" }, "{ a = 1, b = x }" },
        { new Person { Name = "Ada", Age = 36 }, "Person\n    Name: Ada\n    Age: 36" },
        { new Faulty(), "Faulty\n    Fine: 1\n    Broken: InvalidOperationException: not <today>" },
        { (Func<int, string>)(i => ""), "Func<int, string>" },
        { new ReadOnlyMemory<int>([1, 2]), "[ 1, 2 ]" },
        { new LaTeXString("$x^2$"), "$x^2$" },
        { new MathString("x^2"), "$$x^2$$" },
        { new object(), "System.Object" },
        { Task.FromResult(3), "Task<int> (RanToCompletion): 3" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Values_read_as_a_person_would_write_them(object? value, string expected)
    {
        Assert.Equal(expected, Plain(value));
    }

    [Fact]
    public void Objects_within_objects_are_indented()
    {
        Assert.Equal(
            """
            KeyValuePair<string, Person>
                Key: k
                Value: Person
                    Name: Ada
                    Age: 36
            """,
            Plain(KeyValuePair.Create("k", new Person { Name = "Ada", Age = 36 })));
    }

    [Fact]
    public void Objects_in_a_sequence_are_listed()
    {
        Assert.Equal("Person[]\n  - Person\n        Name: Ada\n        Age: 36\n  - <null>", Plain(new[] { new Person { Name = "Ada", Age = 36 }, null }));
    }

    [Fact]
    public void Long_sequences_say_how_many_more_there_are()
    {
        Formatter.ListExpansionLimit = 3;

        Assert.Equal("[ 0, 1, 2 ... (7 more) ]", Plain(Enumerable.Range(0, 10).ToList()));
        Assert.Equal("[ 0, 1, 2 ... (more) ]", Plain(Endless()));
        Assert.Equal("{ 0: 0, 1: 1, 2: 2 ... (7 more) }", Plain(Enumerable.Range(0, 10).ToDictionary(i => i)));
        Assert.Equal("[ 0, 1, 2 ]", Plain(Enumerable.Range(0, 3)));

        static IEnumerable<int> Endless()
        {
            for (int i = 0; ; i++)
            {
                yield return i;
            }
        }
    }

    [Fact]
    public void The_limit_can_be_set_for_one_type()
    {
        Formatter<List<int>>.ListExpansionLimit = 1;

        Assert.Equal("[ 1 ... (1 more) ]", Plain(new List<int> { 1, 2 }));
        Assert.Equal("[ 1, 2 ]", Plain(new[] { 1, 2 }));
    }

    [Fact]
    public void A_sequence_that_throws_shows_what_came_before()
    {
        string text = Plain(Failing());

        Assert.Equal("IEnumerable<int>\n  - 1\n  InvalidOperationException: enough", text);

        static IEnumerable<int> Failing()
        {
            yield return 1;
            throw new InvalidOperationException("enough");
        }
    }

    [Fact]
    public void An_asynchronous_sequence_shows_what_it_is_and_not_the_compilers_fields()
    {
        Assert.Equal("System.Collections.Generic.IAsyncEnumerable<int>", Plain(Later()));

        static async IAsyncEnumerable<int> Later()
        {
            await Task.Yield();
            yield return 1;
        }
    }

    [Fact]
    public void A_cycle_ends_at_the_recursion_limit()
    {
        Node node = new();
        node.Next = node;

        string text = Plain(node);

        Assert.Equal(Formatter.RecursionLimit, text.Split("Next: Node").Length - 1);
        Assert.EndsWith("Next: Formatting.Tests.Node", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_too_wide_to_read_is_cut_before_it_is_written()
    {
        object tree = Enumerable.Repeat(0, 20).Select(_ => Enumerable.Repeat(0, 20).Select(_ => Enumerable.Repeat(new Person(), 20).ToArray()).ToArray()).ToArray();

        Assert.InRange(Plain(tree).Length, 1, 300_000);
        Assert.InRange(Html(tree).Length, 1, 600_000);
    }

    [Fact]
    public void A_running_task_is_not_waited_for()
    {
        TaskCompletionSource<int> source = new();

        Assert.Equal("Task<int> (WaitingForActivation)", Plain(source.Task));
    }

    [Fact]
    public void Dynamic_objects_show_their_members()
    {
        IDictionary<string, object?> expando = new ExpandoObject();
        expando["Name"] = "socks";
        expando["Parts"] = null;

        Assert.Equal("{ Name: socks, Parts: <null> }", Plain(expando));
    }

    [Fact]
    public void Types_of_cells_do_not_show_the_script_around_them()
    {
        Assert.Equal("Outer<int>.Inner<string>", TypeNames.Of(typeof(Outer<int>.Inner<string>)).Replace("TypeNameSamples.", "", StringComparison.Ordinal).Replace("PlainTextTests.", "", StringComparison.Ordinal));
        Assert.Equal("int[][,]", TypeNames.Of(typeof(int[][,])));
        Assert.Equal("(int, string)?", TypeNames.Of(typeof((int, string)?)));
        Assert.Equal("anonymous", TypeNames.Of(new { a = 1 }.GetType()));
    }

    [Fact]
    public void Exceptions_tell_type_message_frames_and_causes_without_the_host()
    {
        Exception exception = Assert.Throws<InvalidOperationException>(Outermost);

        string text = Plain(exception);

        Assert.StartsWith("System.InvalidOperationException: outer\n   at PlainTextTests.Outermost()", text, StringComparison.Ordinal);
        Assert.Contains("\ncaused by System.FormatException: inner\n   at PlainTextTests.Innermost(int x)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at System.", text, StringComparison.Ordinal);
    }

    private static void Outermost()
    {
        try
        {
            Innermost(1);
        }
        catch (FormatException e)
        {
            throw new InvalidOperationException("outer", e);
        }
    }

    private static void Innermost(int x) => throw new FormatException("inner");

    private static class Outer<T>
    {
        internal sealed class Inner<U>;
    }
}
