namespace Microsoft.DotNet.Interactive.Documents;

/// <summary>A cell: its text, the kernel it is for, and what running it gave.</summary>
public class InteractiveDocumentElement
{
    public InteractiveDocumentElement()
    {
    }

    public InteractiveDocumentElement(
        string? contents = null,
        string? kernelName = null,
        IEnumerable<InteractiveDocumentOutputElement>? outputs = null)
    {
        Contents = contents ?? "";
        KernelName = kernelName;
        Outputs.AddRange(outputs ?? []);
    }

    public string? Id { get; set; }

    public string? KernelName { get; set; }

    public string Contents { get; set; } = "";

    public List<InteractiveDocumentOutputElement> Outputs { get; } = [];

    /// <summary>The number of the last execution; 0 when it has not been run.</summary>
    public int ExecutionOrder { get; set; }

    public IDictionary<string, object?>? Metadata { get; set; }
}
