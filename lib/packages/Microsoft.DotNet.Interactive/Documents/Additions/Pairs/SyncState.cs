namespace RnnNotebooks.Documents;

/// <summary>What a pair of files needs to be equal, or what was done about it.</summary>
public enum SyncState
{
    /// <summary>Both hold the same cells.</summary>
    Equal,

    /// <summary>The .dib file is missing or older.</summary>
    DibStale,

    /// <summary>The .ipynb file is missing or older.</summary>
    NotebookStale,

    /// <summary>Both changed since they were equal, or nobody can tell which did.</summary>
    Conflict,
}
