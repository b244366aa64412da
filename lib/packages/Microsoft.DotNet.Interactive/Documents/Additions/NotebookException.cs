namespace RnnNotebooks.Documents;

/// <summary>What keeps a notebook from being read or written.</summary>
public enum NotebookProblem
{
    /// <summary>It is there but is not what it should be.</summary>
    Malformed,

    /// <summary>It, or its folder, does not exist.</summary>
    NotFound,

    /// <summary>It could not be written; what was there before is untouched.</summary>
    NotWritten,
}

/// <summary>A notebook cannot be read or written; the message is one sentence for the person who asked for it.</summary>
public sealed class NotebookException(string message, Exception? cause = null, NotebookProblem problem = NotebookProblem.Malformed)
    : Exception(message, cause)
{
    public NotebookProblem Problem { get; } = problem;
}
