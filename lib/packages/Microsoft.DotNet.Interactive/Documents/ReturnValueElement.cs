namespace Microsoft.DotNet.Interactive.Documents;

/// <summary>The value of a cell's last expression, by mime type.</summary>
public class ReturnValueElement : InteractiveDocumentOutputElement
{
    public IDictionary<string, object?> Data { get; } = new Dictionary<string, object?>();

    public IDictionary<string, object?> Metadata { get; } = new Dictionary<string, object?>();

    /// <summary>The number of the execution; 0 where none is known.</summary>
    public int ExecutionOrder { get; set; }
}
