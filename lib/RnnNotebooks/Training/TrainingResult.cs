using System.Globalization;
using System.Net;
using System.Text;

namespace RnnNotebooks.Training;

/// <summary>
/// How training ended.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public enum TrainingOutcome
{
    /// <summary>All steps were done.</summary>
    Finished,

    /// <summary>It was stopped from outside; the model keeps what it has learned.</summary>
    Interrupted,

    /// <summary>The loss or a gradient was not a number any more; the model is as it was before that step.</summary>
    Diverged,
}

/// <summary>
/// What training leaves behind, besides the model.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">The same as a sentence.</param>
/// <param name="Steps">Steps done.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="History">Everything that was measured.</param>
[TypeFormatterSource(typeof(HtmlFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record TrainingResult(TrainingOutcome Outcome, string Message, long Steps, TimeSpan Elapsed, History History) : IShown
{
    private const int LongestTable = 24;

    string IShown.Html
    {
        get
        {
            var (columns, rows) = Validations();
            var html = new StringBuilder($"<p>{WebUtility.HtmlEncode(Message)}</p>");
            if (rows.Count == 0)
                return html.ToString();
            html.Append("<table><thead><tr>").AppendJoin("", columns.Select(column => $"<th>{WebUtility.HtmlEncode(column)}</th>")).Append("</tr></thead><tbody>");
            foreach (var row in rows)
                html.Append("<tr>").AppendJoin("", row.Select((value, i) => $"<td style=\"text-align:right\">{Number(value, i)}</td>")).Append("</tr>");
            return html.Append("</tbody></table>").ToString();
        }
    }

    (string MimeType, string Json)? IShown.Data => null;

    /// <summary>The sentence, and the validations as a table.</summary>
    public override string ToString()
    {
        var (columns, rows) = Validations();
        if (rows.Count == 0)
            return Message;
        var text = new StringBuilder(Message).AppendLine().AppendJoin("  ", columns);
        foreach (var row in rows)
            text.AppendLine().AppendJoin("  ", row.Select((value, i) => Number(value, i).PadLeft(columns[i].Length)));
        return text.ToString();
    }

    /// <summary>The rows at which there was a validation, thinned to fit a page; the training curves are means over the steps between.</summary>
    private (IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double?>> Rows) Validations()
    {
        var (columns, rows) = History.Table();
        if (!History.Has("validation loss"))
            return (columns, []);
        int[] shown = [.. Enumerable.Range(0, columns.Count).Where(i => i == 0 || columns[i].StartsWith("training", StringComparison.Ordinal) || columns[i].StartsWith("validation", StringComparison.Ordinal))];
        var validation = columns.ToList().IndexOf("validation loss");
        var validated = rows.Where(row => row[validation] is not null).ToArray();
        var every = (validated.Length + LongestTable - 1) / LongestTable;
        return ([.. shown.Select(i => columns[i])],
            [.. validated.Where((_, i) => i == validated.Length - 1 || i % every == 0).Select(row => (IReadOnlyList<double?>)[.. shown.Select(i => row[i])])]);
    }

    private static string Number(double? value, int column) =>
        value?.ToString(column == 0 ? "0.##" : "0.0000", CultureInfo.InvariantCulture) ?? "";
}
