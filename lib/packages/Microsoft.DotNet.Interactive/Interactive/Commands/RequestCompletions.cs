namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>What could be typed at the position.</summary>
public class RequestCompletions(string code, LinePosition linePosition, string? targetKernelName = null)
    : LanguageServiceCommand(code, linePosition, targetKernelName);
