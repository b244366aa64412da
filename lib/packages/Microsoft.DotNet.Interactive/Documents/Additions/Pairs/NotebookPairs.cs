using System.Security.Cryptography;
using System.Text;
using Microsoft.DotNet.Interactive.Documents;

namespace RnnNotebooks.Documents;

/// <summary>
/// Notebooks and their .dib twins in a folder beside them. A small file, <c>.synced</c>, records what each pair held when it
/// was last equal: from it, and from the times of the files where it says nothing, it is known which of the two changed.
/// </summary>
public sealed class NotebookPairs
{
    private const string RecordName = ".synced";

    // Checking out a repository gives both files of a pair times so close that they tell nothing.
    private static readonly TimeSpan Unclear = TimeSpan.FromSeconds(2);

    private readonly string notebooks;
    private readonly string dibs;
    private readonly SortedDictionary<string, string> record;

    /// <summary>The pairs of two folders; the second need not exist yet.</summary>
    /// <param name="notebookFolder">The folder of the .ipynb files.</param>
    /// <param name="dibFolder">The folder of the .dib files.</param>
    /// <exception cref="NotebookException">The notebook folder does not exist.</exception>
    public NotebookPairs(string notebookFolder, string dibFolder)
    {
        notebooks = Directory.Exists(notebookFolder) ? notebookFolder : throw new NotebookException($"The folder {notebookFolder} does not exist.", null, NotebookProblem.NotFound);
        dibs = dibFolder;
        string path = Path.Combine(dibs, RecordName);
        record = new(StringComparer.Ordinal);
        foreach (string[] words in File.Exists(path) ? File.ReadAllLines(path).Select(line => line.Split(' ', 2)) : [])
        {
            if (words.Length == 2)
            {
                record[words[1]] = words[0];
            }
        }
    }

    /// <summary>The names, without endings, of all notebooks in either folder.</summary>
    public IReadOnlyList<string> Names => [.. Files(notebooks, "*.ipynb").Concat(Files(dibs, "*.dib"))
        .Select(path => Path.GetFileNameWithoutExtension(path)!)
        .Distinct()
        .Order(StringComparer.Ordinal)];

    /// <summary>The path of a pair's notebook.</summary>
    public string NotebookPath(string name) => Path.Combine(notebooks, name + ".ipynb");

    /// <summary>The path of a pair's .dib file.</summary>
    public string DibPath(string name) => Path.Combine(dibs, name + ".dib");

    /// <summary>Tells what a pair needs, and changes nothing.</summary>
    /// <exception cref="NotebookException">One of the two cannot be read.</exception>
    public SyncState Compare(string name)
    {
        bool hasNotebook = File.Exists(NotebookPath(name));
        bool hasDib = File.Exists(DibPath(name));
        if (!hasNotebook || !hasDib)
        {
            return hasNotebook ? SyncState.DibStale : SyncState.NotebookStale;
        }

        string notebookHash = Hash(NotebookCells(name));
        string dibHash = Hash(DibCells(name));
        if (notebookHash == dibHash)
        {
            return SyncState.Equal;
        }

        if (record.TryGetValue(name, out string? last))
        {
            return dibHash == last ? SyncState.DibStale : notebookHash == last ? SyncState.NotebookStale : SyncState.Conflict;
        }

        TimeSpan later = File.GetLastWriteTimeUtc(NotebookPath(name)) - File.GetLastWriteTimeUtc(DibPath(name));
        return later.Duration() < Unclear ? SyncState.Conflict : later > TimeSpan.Zero ? SyncState.DibStale : SyncState.NotebookStale;
    }

    /// <summary>Makes a pair equal and returns what it needed; a conflict is left as it is.</summary>
    /// <exception cref="NotebookException">A file cannot be read or written.</exception>
    public SyncState Sync(string name)
    {
        SyncState state = Compare(name);
        switch (state)
        {
            case SyncState.DibStale:
                WriteDib(name);
                break;
            case SyncState.NotebookStale:
                WriteNotebook(name);
                break;
            case SyncState.Equal:
                Remember(name, Hash(NotebookCells(name)));
                break;
        }

        return state;
    }

    /// <summary>Writes the .dib file of a notebook, whatever was there.</summary>
    /// <exception cref="NotebookException">A file cannot be read or written.</exception>
    public void WriteDib(string name)
    {
        InteractiveDocument document = new([.. NotebookCells(name).Select(cell => new InteractiveDocumentElement(cell.Contents, cell.Kernel))]);
        foreach ((string key, object? value) in NotebookConversion.Read(NotebookPath(name)).Metadata)
        {
            document.Metadata[key] = value;
        }

        string text = NotebookConversion.Dib(NotebookPath(name), document);
        CreateFolder(dibs);
        NotebookConversion.Write(DibPath(name), text);
        Remember(name, Hash(NotebookCells(name)));
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern) : [];

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"The folder {folder} cannot be made: {e.Message}", e, NotebookProblem.NotWritten);
        }
    }

    private static string Hash(IEnumerable<PlainCell> cells)
    {
        string text = string.Concat(cells.Select(cell => $"{cell.Kernel}\n{cell.Contents.Length}\n{cell.Contents}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private void WriteNotebook(string name)
    {
        List<PlainCell> cells = [.. DibCells(name).Select(cell => Move(cell, dibs, notebooks))];
        string path = NotebookPath(name);
        if (File.Exists(path))
        {
            NotebookFile notebook = NotebookFile.Load(path);
            NotebookMerge.Apply(notebook, cells);
            notebook.Save();
        }
        else
        {
            NotebookConversion.Convert(DibPath(name), path);
        }

        Remember(name, Hash(NotebookCells(name)));
    }

    // The cells as they read in the folder of the .dib files.
    private List<PlainCell> NotebookCells(string name)
    {
        NotebookFile notebook = NotebookFile.Load(NotebookPath(name));
        return [.. notebook.Cells.Select(cell => PlainCell.Of(cell, notebook.Kernels)).Where(cell => cell.Contents.Length > 0).Select(cell => Move(cell, notebooks, dibs))];
    }

    private List<PlainCell> DibCells(string name) =>
        [.. NotebookConversion.Read(DibPath(name)).Elements.Select(element => new PlainCell(element.KernelName!, element.Contents))];

    private static PlainCell Move(PlainCell cell, string from, string to) =>
        cell with { Contents = RelativePaths.Rebase(cell.Contents, cell.Kernel, from, to) };

    private void Remember(string name, string hash)
    {
        if (record.TryGetValue(name, out string? known) && known == hash)
        {
            return;
        }

        record[name] = hash;
        CreateFolder(dibs);
        NotebookConversion.Write(Path.Combine(dibs, RecordName), string.Concat(record.Select(pair => $"{pair.Value} {pair.Key}\n")));
    }
}
