using System.Text.Json.Nodes;

namespace RnnNotebooks.Documents;

/// <summary>One cell of a <see cref="NotebookFile"/>. Setting a part rewrites that part of the file and no other.</summary>
public sealed class NotebookCell
{
    // Root object, cells array, cell object: what a cell holds stands at this depth.
    private const int Depth = 2;

    private readonly NotebookFile notebook;

    internal NotebookCell(NotebookFile notebook, JsonItem item)
    {
        this.notebook = notebook;
        Item = item;
    }

    /// <summary>Its place among the cells, from 0.</summary>
    public int Index => notebook.IndexOf(this);

    /// <summary>Its id; null before nbformat 4.5.</summary>
    public string? Id => Container["id"] is JsonLeaf { IsString: true } leaf ? JsonText.Unquote(leaf.Raw) : null;

    public NotebookCellKind Kind => Text("cell_type") switch
    {
        "code" => NotebookCellKind.Code,
        "markdown" => NotebookCellKind.Markdown,
        _ => NotebookCellKind.Raw,
    };

    /// <summary>
    /// The kernel that runs it, such as <c>csharp</c>: from the cell's Polyglot metadata, or else the notebook's default.
    /// <c>markdown</c> for a markdown cell, <c>raw</c> for a raw one.
    /// </summary>
    public string KernelName => Kind switch
    {
        NotebookCellKind.Markdown => "markdown",
        NotebookCellKind.Raw => "raw",
        _ => PolyglotMetadata.KernelOf(Metadata) is { Length: > 0 } name ? notebook.Kernels.NameOf(name) : notebook.DefaultKernelName,
    };

    /// <summary>The text, lines ending in a line feed.</summary>
    public string Source
    {
        get => Text("source");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value != Source)
            {
                bool asString = Container["source"] is JsonLeaf { IsString: true };
                Set("source", asString ? value : NotebookOutput.Lines(value));
            }
        }
    }

    /// <summary>The number of the last execution; null when it has not been run.</summary>
    public int? ExecutionCount
    {
        get => NotebookOutput.Number(Container["execution_count"]?.ToNode());
        set
        {
            if (Kind == NotebookCellKind.Code && value != ExecutionCount)
            {
                Set("execution_count", value);
            }
        }
    }

    /// <summary>A copy of the metadata; <see cref="SetMetadata"/> changes it.</summary>
    public JsonObject Metadata => Container["metadata"]?.ToNode() as JsonObject ?? [];

    /// <summary>The tags, such as <c>raises-exception</c>.</summary>
    public IReadOnlyList<string> Tags => [.. (Metadata["tags"] as JsonArray ?? []).Select(NotebookOutput.TextOf)];

    /// <summary>The saved outputs; empty for a cell that is not code.</summary>
    public IReadOnlyList<NotebookOutput> Outputs =>
        [.. (Container["outputs"]?.ToNode() as JsonArray ?? []).OfType<JsonObject>().Select(NotebookOutput.Read)];

    internal JsonItem Item { get; }

    private JsonContainer Container => (JsonContainer)Item.Value;

    /// <summary>Replaces the outputs of a code cell. Outputs equal to the saved ones leave the file as it is.</summary>
    public void SetOutputs(IEnumerable<NotebookOutput> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        if (Kind != NotebookCellKind.Code)
        {
            throw new InvalidOperationException($"Cell {Index + 1} is {Kind}, and only code cells have outputs.");
        }

        JsonArray written = new([.. outputs.Select(output => output.ToJson())]);
        JsonArray saved = new([.. Outputs.Select(output => output.ToJson())]);
        if (Container["outputs"] is null || !JsonNode.DeepEquals(written, saved))
        {
            Set("outputs", written);
        }
    }

    /// <summary>Removes the outputs and the execution count of a code cell.</summary>
    public void ClearOutputs()
    {
        if (Kind == NotebookCellKind.Code)
        {
            SetOutputs([]);
            ExecutionCount = null;
        }
    }

    /// <summary>Replaces the metadata. Metadata equal to the saved leave the file as it is.</summary>
    public void SetMetadata(JsonObject metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (!JsonNode.DeepEquals(metadata, Container["metadata"]?.ToNode()))
        {
            Set("metadata", metadata);
        }
    }

    internal void RemoveAttachments()
    {
        if (Container.Items.Find(item => item.Name == "attachments") is { } attachments)
        {
            Container.Remove(attachments);
            notebook.Touch();
        }
    }

    private string Text(string member) => NotebookOutput.TextOf(Container[member]?.ToNode());

    private void Set(string member, JsonNode? value)
    {
        Container.Set(member, notebook.Style.Write(value, Depth + 1), notebook.Style, Depth);
        notebook.Touch();
    }
}
