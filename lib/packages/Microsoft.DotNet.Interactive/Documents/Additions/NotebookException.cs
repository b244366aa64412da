namespace RnnNotebooks.Documents;

/// <summary>A notebook cannot be read or written; the message is one sentence for the person who asked for it.</summary>
public sealed class NotebookException(string message, Exception? cause = null) : Exception(message, cause);
