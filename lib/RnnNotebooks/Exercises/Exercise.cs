namespace RnnNotebooks.Exercises;

/// <summary>
/// One exercise of a lesson. It looks at an answer without ever throwing: no answer reads "not answered yet", a wrong one names what
/// to look at and gives one hint more than the last time, and an error inside the answer is shown as a sentence.
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
public sealed class Exercise
{
    private readonly Lesson _lesson;
    private readonly IReadOnlyList<string> _hints;
    private int _shown;

    internal Exercise(Lesson lesson, string id, string title, double points, IReadOnlyList<string> hints) =>
        (_lesson, Id, Title, Points, _hints) = (lesson, id, title, points, hints);

    /// <summary>The exercise's number in its lesson.</summary>
    public string Id { get; }

    /// <summary>What it asks for.</summary>
    public string Title { get; }

    /// <summary>What it is worth.</summary>
    public double Points { get; }

    /// <summary>Runs the checks on an answer; each is worth an equal share of the points.</summary>
    /// <param name="answer">The answer, or null while there is none: a value, a tensor, a function.</param>
    /// <param name="checks">Each throws when its part of the answer is wrong; see <see cref="Check"/>.</param>
    /// <exception cref="ArgumentException">There is no check.</exception>
    public ExerciseResult Grade<T>(T? answer, params Action<T>[] checks)
    {
        if (checks.Length == 0)
            throw new ArgumentException($"Exercise {Id} needs at least one check.", nameof(checks));
        if (answer is null || answer is string { Length: 0 })
            return Note(ExerciseStatus.NotAnswered, 0, "", hint: null);

        var problems = new List<string>();
        foreach (var check in checks)
        {
            if (Problem(() => check(answer)) is { } problem)
                problems.Add(problem);
        }

        if (problems.Count == 0)
            return Note(ExerciseStatus.Right, Points, "", hint: null);
        var earned = Points * (checks.Length - problems.Count) / checks.Length;
        return Note(ExerciseStatus.Wrong, earned, string.Join(" ", problems.Distinct()), NextHint());
    }

    /// <summary>Notes an answer in prose for a person to grade.</summary>
    /// <param name="answer">The text; blank while there is none.</param>
    /// <param name="rubric">What a good answer mentions.</param>
    public ExerciseResult Prose(string? answer, params string[] rubric) =>
        string.IsNullOrWhiteSpace(answer)
            ? Note(ExerciseStatus.NotAnswered, 0, "", hint: null)
            : Note(ExerciseStatus.ForTheTeacher, 0, "A good answer mentions: " + string.Join("; ", rubric) + ".", hint: null);

    /// <summary>The next hint; after the last, the last again.</summary>
    public string Hint() => NextHint() ?? $"Exercise {Id} has no hints.";

    private string? NextHint()
    {
        if (_hints.Count == 0)
            return null;
        _shown = Math.Min(_shown + 1, _hints.Count);
        return _hints[_shown - 1];
    }

    private ExerciseResult Note(ExerciseStatus status, double earned, string message, string? hint)
    {
        var result = new ExerciseResult(Id, Title, status, Points, earned, message, hint, _hints.Count - _shown);
        _lesson.Note(result);
        return result;
    }

    /// <summary>What is wrong, as a sentence, or null: whatever the student's code throws must not stop the lesson.</summary>
    private static string? Problem(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (CheckFailedException failed)
        {
            return failed.Message;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var firstLine = error.Message.Split('\n')[0].Trim().TrimEnd('.');
            return $"Your answer stopped with {error.GetType().Name}: {firstLine}.";
        }
    }
}
