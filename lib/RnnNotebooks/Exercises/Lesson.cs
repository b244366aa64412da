using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace RnnNotebooks.Exercises;

/// <summary>
/// The exercises of one lesson and how far the reader is: a small panel in the notebook, and data for a grader.
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
/// <param name="name">The notebook's name without its ending: "06-encoder-decoder".</param>
[TypeFormatterSource(typeof(HtmlFormatters), PreferredMimeTypes = ["text/html", "text/plain", MimeType])]
public sealed class Lesson(string name) : IShown
{
    /// <summary>The mime type of the data.</summary>
    public const string MimeType = "application/vnd.rnn-notebooks.lesson+json";

    private readonly Dictionary<string, Exercise> _exercises = [];
    private readonly Dictionary<string, ExerciseResult> _results = [];

    /// <summary>The notebook's name without its ending.</summary>
    public string Name { get; } = name;

    /// <summary>The newest result of each exercise, in the order of the lesson.</summary>
    public IReadOnlyList<ExerciseResult> Results => [.. _exercises.Values.Select(exercise =>
        _results.GetValueOrDefault(exercise.Id)
        ?? new ExerciseResult(exercise.Id, exercise.Title, ExerciseStatus.NotAnswered, exercise.Points, 0, "", null, 0))];

    /// <summary>Points earned so far.</summary>
    public double Earned => Results.Sum(result => result.Earned);

    /// <summary>Points to be had in all.</summary>
    public double Points => _exercises.Values.Sum(exercise => exercise.Points);

    /// <summary>
    /// Names an exercise, or finds it again: running a cell a second time keeps count of the hints.
    /// </summary>
    /// <param name="id">Its number in the lesson: "2a".</param>
    /// <param name="title">What it asks for, in a few words.</param>
    /// <param name="points">What it is worth.</param>
    /// <param name="hints">One after each wrong answer, the vaguest first; none gives the answer away.</param>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The points are negative.</exception>
    public Exercise Exercise(string id, string title, double points = 1, params string[] hints)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        if (_exercises.TryGetValue(id, out var known) && known.Title == title && known.Points == points)
            return known;
        return _exercises[id] = new Exercise(this, id, title, points, hints);
    }

    /// <summary>The lesson, its points and the results as data.</summary>
    public string ToJson() =>
        JsonSerializer.Serialize(new { lesson = Name, points = Points, earned = Earned, exercises = Results }, ExerciseResult.Json);

    internal void Note(ExerciseResult result) => _results[result.Id] = result;

    string IShown.Html
    {
        get
        {
            var html = new StringBuilder("<div style=\"display:inline-block;border:1px solid #8c959f;border-radius:6px;padding:6px 12px\">");
            html.Append(CultureInfo.InvariantCulture, $"<b>{WebUtility.HtmlEncode(Score)}</b><br>");
            foreach (var result in Results)
                html.Append(CultureInfo.InvariantCulture, $"<span title=\"{WebUtility.HtmlEncode(result.Title)}\" style=\"color:{result.Color};margin-right:10px\">{result.Sign} {WebUtility.HtmlEncode(result.Id)}</span>");
            return html.Append("</div>").ToString();
        }
    }

    (string MimeType, string Json)? IShown.Data => (MimeType, ToJson());

    /// <summary>A line with the points, and a line for each exercise.</summary>
    public override string ToString() =>
        string.Join(Environment.NewLine, Results.Select(result => $"{result.Sign} {result.Id} {result.Title}").Prepend(Score));

    private string Score
    {
        get
        {
            var results = Results;
            var answered = results.Count(result => result.Status != ExerciseStatus.NotAnswered);
            return string.Create(CultureInfo.InvariantCulture, $"{answered} of {results.Count} exercises answered, {Earned:0.##} of {Points:0.##} points");
        }
    }
}
