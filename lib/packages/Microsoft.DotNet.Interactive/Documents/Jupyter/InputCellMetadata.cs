using System.Text.Json.Serialization;

namespace Microsoft.DotNet.Interactive.Documents.Jupyter;

/// <summary>The kernel and language of a code cell, as its metadata name them.</summary>
public class InputCellMetadata(string? kernelName = null, string? language = null)
{
    [JsonPropertyName("kernelName")]
    public string? KernelName { get; } = kernelName;

    [JsonPropertyName("language")]
    public string? Language { get; } = language;
}
