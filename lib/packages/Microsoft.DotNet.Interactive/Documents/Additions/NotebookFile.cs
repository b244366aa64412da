using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace RnnNotebooks.Documents;

/// <summary>
/// A Jupyter notebook that is edited in place: what nobody touches keeps its bytes, unknown fields, key order, indentation
/// and line breaks included. An unrun notebook saves as it was loaded.
/// </summary>
public sealed class NotebookFile
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string before;
    private readonly string after;
    private readonly JsonContainer root;
    private readonly JsonContainer cellArray;
    private readonly List<NotebookCell> cells;
    private byte[]? hashOnDisk;

    private NotebookFile(string text, string? path)
    {
        Path = path;
        try
        {
            string json = text.TrimStart(ByteOrderMark);
            (before, JsonPiece value, after) = JsonPieceReader.Read(json);
            before = text[..^json.Length] + before;
            Style = JsonStyle.Of(json);
            root = value as JsonContainer is { IsObject: true } found ? found : throw Not("its JSON is not an object");
        }
        catch (FormatException e)
        {
            throw Not(e.Message, e);
        }

        FormatMajor = NotebookOutput.Number(root["nbformat"]?.ToNode()) ?? throw Not("it has no nbformat number");
        FormatMinor = NotebookOutput.Number(root["nbformat_minor"]?.ToNode()) ?? 0;
        if (FormatMajor != 4)
        {
            throw new NotebookException($"{Name} is in notebook format {FormatMajor}, and format 4 is needed; `jupyter nbconvert --to notebook --inplace` converts it.");
        }

        cellArray = root["cells"] as JsonContainer is { IsObject: false } array ? array : throw Not("it has no array of cells");
        foreach ((JsonItem item, int index) in cellArray.Items.Select((item, index) => (item, index)))
        {
            Check(item.Value as JsonContainer, index + 1);
        }

        cells = [.. cellArray.Items.Select(item => new NotebookCell(this, item))];
        Kernels = new KernelNames();
        Kernels.AddItems(PolyglotMetadata.KernelInfo(Metadata)?["items"]);
        DefaultKernelName = Kernels.NameOf(PolyglotMetadata.DefaultKernel(Metadata));
    }

    /// <summary>Where it was loaded from; null for one that was not.</summary>
    public string? Path { get; private set; }

    public int FormatMajor { get; }

    public int FormatMinor { get; }

    public IReadOnlyList<NotebookCell> Cells => cells;

    /// <summary>A copy of the notebook's metadata; <see cref="SetMetadata"/> changes it.</summary>
    public JsonObject Metadata => root["metadata"]?.ToNode() as JsonObject ?? [];

    /// <summary>The kernel of the cells that name none, such as <c>csharp</c>.</summary>
    public string DefaultKernelName { get; }

    /// <summary>True when something differs from what was loaded or saved last.</summary>
    public bool IsChanged { get; private set; }

    internal JsonStyle Style { get; }

    internal KernelNames Kernels { get; }

    private string Name => Path is null ? "The notebook" : System.IO.Path.GetFileName(Path);

    /// <summary>Loads a notebook of format 4.</summary>
    /// <exception cref="NotebookException">It cannot be read; the message is one sentence that says why.</exception>
    public static NotebookFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        byte[] bytes = ReadBytes(path);
        try
        {
            return new NotebookFile(Utf8.GetString(bytes), path) { hashOnDisk = SHA256.HashData(bytes) };
        }
        catch (DecoderFallbackException e)
        {
            throw new NotebookException($"{System.IO.Path.GetFileName(path)} is not a notebook: it is not UTF-8 text.", e);
        }
    }

    /// <summary>Reads a notebook from its JSON.</summary>
    /// <exception cref="NotebookException">It is not a notebook of format 4.</exception>
    public static NotebookFile Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new NotebookFile(json, null);
    }

    /// <summary>The notebook's text: that which was loaded, apart from what was set since.</summary>
    public string ToJson() => before + root + after;

    /// <summary>Removes the outputs and execution counts of all code cells.</summary>
    public void ClearOutputs() => cells.ForEach(cell => cell.ClearOutputs());

    /// <summary>Puts a new cell among the others; it has an id where the format knows ids.</summary>
    public NotebookCell Insert(int index, NotebookCellKind kind, string source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, cells.Count);
        JsonObject cell = new() { ["cell_type"] = kind.ToString().ToLowerInvariant() };
        if (kind == NotebookCellKind.Code)
        {
            cell["execution_count"] = null;
        }

        if (FormatMinor >= 5)
        {
            cell["id"] = JupyterFormat.NewId(source, index, cells.Select(other => other.Id).OfType<string>().ToHashSet());
        }

        cell["metadata"] = new JsonObject();
        if (kind == NotebookCellKind.Code)
        {
            cell["outputs"] = new JsonArray();
        }

        cell["source"] = NotebookOutput.Lines(source);
        JsonItem item = new(Style.Write(cell, 2));
        cellArray.Insert(index, item, Style, 1);
        NotebookCell added = new(this, item);
        cells.Insert(index, added);
        Touch();
        return added;
    }

    /// <summary>Takes a cell out.</summary>
    public void Remove(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!cells.Remove(cell))
        {
            throw new ArgumentException("The cell is not one of this notebook.", nameof(cell));
        }

        cellArray.Remove(cell.Item);
        Touch();
    }

    /// <summary>Replaces the notebook's metadata. Metadata equal to the saved leave the file as it is.</summary>
    public void SetMetadata(JsonObject metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (!JsonNode.DeepEquals(metadata, Metadata))
        {
            root.Set("metadata", Style.Write(metadata, 1), Style, 0);
            Touch();
        }
    }

    /// <summary>
    /// Saves where it was loaded from, as a whole or not at all; without a change nothing is written. A file that another
    /// program changed meanwhile is not overwritten.
    /// </summary>
    /// <exception cref="NotebookException">It could not be saved; the message says why, and the file on disk is unchanged.</exception>
    public void Save()
    {
        if (Path is null)
        {
            throw new InvalidOperationException("The notebook was not loaded from a file: save it with a path.");
        }

        if (!IsChanged)
        {
            return;
        }

        if (File.Exists(Path) && hashOnDisk is not null && !SHA256.HashData(ReadBytes(Path)).AsSpan().SequenceEqual(hashOnDisk))
        {
            throw new NotebookException($"{Name} was changed by another program after it was opened, so it was not overwritten; save to another name, or open it again.", null, NotebookProblem.NotWritten);
        }

        Write(Path);
    }

    /// <summary>Saves to <paramref name="path"/>, as a whole or not at all; the notebook then stands for that file.</summary>
    /// <exception cref="NotebookException">It could not be saved; the message says why, and a file there is unchanged.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Write(path);
        Path = path;
    }

    internal int IndexOf(NotebookCell cell) => cells.IndexOf(cell);

    internal void Touch() => IsChanged = true;

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookException($"{path} does not exist.", e, NotebookProblem.NotFound);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException(Directory.Exists(path) ? $"{path} is a folder, not a notebook." : $"{path} cannot be read: {e.Message}", e);
        }
    }

    private void Write(string path)
    {
        byte[] bytes = Utf8.GetBytes(ToJson());
        AtomicFile.Write(path, bytes);
        hashOnDisk = SHA256.HashData(bytes);
        IsChanged = false;
    }

    private void Check(JsonContainer? cell, int number)
    {
        if (cell is not { IsObject: true })
        {
            throw Not($"cell {number} is not an object");
        }

        string kind = NotebookOutput.TextOf(cell["cell_type"]?.ToNode());
        if (kind is not ("code" or "markdown" or "raw"))
        {
            throw Not(kind.Length == 0 ? $"cell {number} has no cell_type" : $"cell {number} has the unknown cell_type {kind}");
        }

        if (cell["source"] is null)
        {
            throw Not($"cell {number} has no source");
        }
    }

    private NotebookException Not(string reason, Exception? cause = null) => new($"{Name} is not a notebook: {reason}.", cause);
}
