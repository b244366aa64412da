namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>The overloads of the call around the position.</summary>
public class RequestSignatureHelp(string code, LinePosition linePosition, string? targetKernelName = null)
    : LanguageServiceCommand(code, linePosition, targetKernelName);
