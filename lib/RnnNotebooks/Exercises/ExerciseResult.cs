using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RnnNotebooks.Exercises;

/// <summary>
/// How an answer stands.
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
public enum ExerciseStatus
{
    /// <summary>There is no answer yet.</summary>
    NotAnswered,

    /// <summary>At least one check does not hold.</summary>
    Wrong,

    /// <summary>Every check holds.</summary>
    Right,

    /// <summary>Prose: a person compares it with the rubric.</summary>
    ForTheTeacher,
}

/// <summary>
/// What became of one answer: shown in the notebook as a line, and as data for a grader.
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
/// <param name="Id">The exercise's number in its lesson.</param>
/// <param name="Title">What it asks for.</param>
/// <param name="Status">How the answer stands.</param>
/// <param name="Points">What the exercise is worth.</param>
/// <param name="Earned">The share of the points that the checks which hold are worth.</param>
/// <param name="Message">What to look at; the rubric for prose; empty when all is right.</param>
/// <param name="Hint">The newest hint, or null.</param>
/// <param name="HintsLeft">Hints that are still to come.</param>
[TypeFormatterSource(typeof(HtmlFormatters), PreferredMimeTypes = ["text/html", "text/plain", MimeType])]
public sealed record ExerciseResult(
    string Id, string Title, ExerciseStatus Status, double Points, double Earned, string Message, string? Hint, int HintsLeft) : IShown
{
    /// <summary>The mime type of the data.</summary>
    public const string MimeType = "application/vnd.rnn-notebooks.exercise+json";

    internal static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    /// <summary>The result as data.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Throws unless the answer is right: for a grading cell that must fail where the answer does.</summary>
    /// <exception cref="CheckFailedException">The answer is missing or wrong.</exception>
    public ExerciseResult Require() => Status is ExerciseStatus.Right or ExerciseStatus.ForTheTeacher
        ? this
        : throw new CheckFailedException(ToString());

    string IShown.Html
    {
        get
        {
            var lines = string.Join("<br>", Lines().Select(WebUtility.HtmlEncode));
            return $"<div style=\"border-left:4px solid {Color};padding:2px 10px\">{lines}</div>";
        }
    }

    (string MimeType, string Json)? IShown.Data => (MimeType, ToJson());

    internal string Sign => Status switch
    {
        ExerciseStatus.Right => "✓",
        ExerciseStatus.Wrong => "✗",
        ExerciseStatus.ForTheTeacher => "✎",
        _ => "○",
    };

    internal string Color => Status switch
    {
        ExerciseStatus.Right => "#1a7f37",
        ExerciseStatus.Wrong => "#cf222e",
        ExerciseStatus.ForTheTeacher => "#0969da",
        _ => "#6e7681",
    };

    /// <summary>The lines that the notebook shows.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Lines());

    private IEnumerable<string> Lines()
    {
        yield return $"{Sign} Exercise {Id}, {Title}: " + Status switch
        {
            ExerciseStatus.Right => $"right, {Of(Earned)}",
            ExerciseStatus.Wrong => $"not right yet, {Of(Earned)}",
            ExerciseStatus.ForTheTeacher => $"noted for your teacher, up to {Of(Points)}",
            _ => "not answered yet",
        };
        if (Message.Length > 0)
            yield return Message;
        if (Hint is not null)
            yield return $"Hint: {Hint}{(HintsLeft > 0 ? $" (hints left: {HintsLeft})" : "")}";
    }

    private string Of(double earned) => string.Create(CultureInfo.InvariantCulture, $"{earned:0.##} of {Points:0.##} points");
}
