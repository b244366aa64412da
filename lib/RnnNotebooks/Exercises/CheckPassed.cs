using System.Net;

namespace RnnNotebooks.Exercises;

/// <summary>
/// A check held; shown as one line with a tick.
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
/// <param name="Message">What was checked.</param>
[TypeFormatterSource(typeof(HtmlFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record CheckPassed(string Message) : IShown
{
    string IShown.Html => $"<span style=\"color:#1a7f37\">✓</span> {WebUtility.HtmlEncode(Message)}";

    (string MimeType, string Json)? IShown.Data => null;

    /// <inheritdoc/>
    public override string ToString() => $"✓ {Message}";
}
