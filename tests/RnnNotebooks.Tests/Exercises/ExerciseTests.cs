using System.Text.Json;
using RnnNotebooks.Exercises;

namespace RnnNotebooks.Tests.Exercises;

public class ExerciseTests
{
    private readonly Lesson _lesson = new("06-encoder-decoder");

    [Fact]
    public void No_answer_reads_as_not_answered_yet_and_throws_nothing()
    {
        int? answer = null;
        var result = _lesson.Exercise("1", "A number").Grade(answer, given => Check.Equal(given, 3));
        Assert.Equal("○ Exercise 1, A number: not answered yet", result.ToString());
        Assert.Equal(ExerciseStatus.NotAnswered, _lesson.Exercise("2", "Prose").Prose("  ").Status);
        Func<int, int>? function = null;
        Assert.Equal(ExerciseStatus.NotAnswered, _lesson.Exercise("3", "A function").Grade(function, f => Check.Equal(f(1), 2)).Status);
    }

    [Fact]
    public void A_right_answer_earns_its_points()
    {
        var result = _lesson.Exercise("1", "A number", points: 2).Grade(3, given => Check.Equal(given, 3));
        Assert.Equal("✓ Exercise 1, A number: right, 2 of 2 points", result.ToString());
        Assert.Equal(2, _lesson.Earned);
    }

    [Fact]
    public void Each_wrong_answer_gives_one_hint_more()
    {
        var exercise = _lesson.Exercise("1", "A number", 1, "small", "odd");
        string?[] hints = [.. Enumerable.Range(0, 3).Select(_ => exercise.Grade(4, given => Check.Equal(given, 3)).Hint)];
        Assert.Equal(["small", "odd", "odd"], hints.Select(hint => hint ?? "none"));
    }

    [Fact]
    public void Running_the_cell_again_keeps_count_of_the_hints()
    {
        for (var run = 0; run < 2; run++)
        {
            var result = _lesson.Exercise("1", "A number", 1, "small", "odd").Grade(4, given => Check.Equal(given, 3));
            Assert.Equal(run == 0 ? "small" : "odd", result.Hint);
        }

        Assert.Single(_lesson.Results);
    }

    [Fact]
    public void A_wrong_answer_names_what_to_look_at_and_keeps_the_points_of_what_is_right()
    {
        var result = _lesson.Exercise("1", "Two numbers", points: 4).Grade((3, 9), pair => Check.Equal(pair.Item1, 3), pair => Check.Equal(pair.Item2, 5));
        Assert.Equal(2, result.Earned);
        Assert.Equal("pair.Item2 is 9, but 5 is expected.", result.Message);
        Assert.Contains("not right yet, 2 of 4 points", result.ToString());
    }

    [Fact]
    public void An_answer_that_throws_is_told_in_a_sentence()
    {
        Func<int, int> answer = _ => throw new InvalidOperationException("the shapes (2, 3) and (4, 5) do not fit\n  at somewhere");
        var result = _lesson.Exercise("1", "A function").Grade(answer, f => Check.Equal(f(1), 2));
        Assert.Equal("Your answer stopped with InvalidOperationException: the shapes (2, 3) and (4, 5) do not fit.", result.Message);
    }

    [Fact]
    public void Prose_is_noted_for_the_teacher_with_its_rubric()
    {
        var result = _lesson.Exercise("1", "Why?", 3).Prose("Because the state is small.", "the state has 16 numbers", "errors add up");
        Assert.Equal(ExerciseStatus.ForTheTeacher, result.Status);
        Assert.Contains("the state has 16 numbers; errors add up", result.ToString());
        Assert.Equal(0, result.Earned);
    }

    [Fact]
    public void Require_throws_where_a_grading_cell_must_fail()
    {
        var exercise = _lesson.Exercise("1", "A number");
        Assert.Throws<CheckFailedException>(() => exercise.Grade(4, given => Check.Equal(given, 3)).Require());
        Assert.Equal(1, exercise.Grade(3, given => Check.Equal(given, 3)).Require().Earned);
    }

    [Fact]
    public void The_panel_counts_exercises_and_points()
    {
        _ = _lesson.Exercise("1", "A number", 2).Grade(3, given => Check.Equal(given, 3));
        _ = _lesson.Exercise("2", "Another", 1).Grade((int?)null, given => Check.Equal(given, 3));
        Assert.Equal(["1 of 2 exercises answered, 2 of 3 points", "✓ 1 A number", "○ 2 Another"], _lesson.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void Results_are_data_for_a_grader()
    {
        _ = _lesson.Exercise("1", "A number", 2).Grade(3, given => Check.Equal(given, 3));
        using var json = JsonDocument.Parse(_lesson.ToJson());
        Assert.Equal("06-encoder-decoder", json.RootElement.GetProperty("lesson").GetString());
        var exercise = json.RootElement.GetProperty("exercises")[0];
        Assert.Equal("right", exercise.GetProperty("status").GetString());
        Assert.Equal(2, exercise.GetProperty("earned").GetDouble());
    }

    [Fact]
    public void A_notebook_finds_HTML_text_and_data_by_convention()
    {
        var result = _lesson.Exercise("1", "Is a < b?").Grade(1, given => Check.Equal(given, 3));
        var bundle = Formatted(result);
        Assert.Contains("Is a &lt; b?", bundle["text/html"]);
        Assert.StartsWith("✗ Exercise 1", bundle["text/plain"]);
        Assert.Contains("\"status\":\"wrong\"", bundle[ExerciseResult.MimeType]);
        Assert.False(bundle.ContainsKey(Lesson.MimeType));
        Assert.Contains("exercises", Formatted(_lesson)[Lesson.MimeType]);
        Assert.Contains("✓", Formatted(Check.True(true))["text/html"]);
    }

    /// <summary>What a host does: find the attribute by name, create its source, ask each formatter.</summary>
    private static Dictionary<string, string> Formatted(object value)
    {
        var attribute = value.GetType().GetCustomAttributes(false).Single(found => found.GetType().Name == "TypeFormatterSourceAttribute");
        var sourceType = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        var source = Activator.CreateInstance(sourceType, nonPublic: true)!;
        var bundle = new Dictionary<string, string>();
        foreach (var formatter in (IEnumerable<object>)sourceType.GetMethod("CreateTypeFormatters")!.Invoke(source, null)!)
        {
            var writer = new StringWriter();
            if ((bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer])!)
                bundle.Add((string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!, writer.ToString());
        }

        return bundle;
    }
}
