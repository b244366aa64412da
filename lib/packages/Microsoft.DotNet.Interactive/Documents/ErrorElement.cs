namespace Microsoft.DotNet.Interactive.Documents;

/// <summary>An exception or a compiler's errors.</summary>
public class ErrorElement(string? errorValue = null, string? errorName = null, string[]? stackTrace = null) : InteractiveDocumentOutputElement
{
    public string ErrorValue { get; } = errorValue ?? "";

    public string ErrorName { get; } = errorName ?? "Error";

    public string[] StackTrace { get; } = stackTrace ?? [];
}
