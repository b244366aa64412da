namespace RnnNotebooks;

/// <summary>What a notebook shows of an object, in the kinds that it can write.</summary>
internal interface IShown
{
    /// <summary>For browsers; text must be encoded.</summary>
    string Html { get; }

    /// <summary>For programs that read the notebook, such as a grader: a mime type and JSON, or null.</summary>
    (string MimeType, string Json)? Data { get; }
}

/// <summary>Formatters, found by convention, for every type of the library that shows itself as HTML, text and data.</summary>
internal sealed class HtmlFormatters
{
    /// <summary>The host calls this and reads <c>MimeType</c> and <c>Format</c> of what it gets.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter("text/html", shown => shown.Html),
        new Formatter("text/plain", shown => shown.ToString()),
        .. new[] { Exercises.ExerciseResult.MimeType, Exercises.Lesson.MimeType }.Select(mimeType =>
            new Formatter(mimeType, shown => shown.Data is { } data && data.MimeType == mimeType ? data.Json : null)),
    ];

    private sealed class Formatter(string mimeType, Func<IShown, string?> write)
    {
        public string MimeType => mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not IShown shown || write(shown) is not { } text)
                return false;
            writer.Write(text);
            return true;
        }
    }
}
