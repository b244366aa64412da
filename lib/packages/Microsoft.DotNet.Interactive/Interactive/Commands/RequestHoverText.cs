namespace Microsoft.DotNet.Interactive.Commands;


/// <summary>What stands at the position: its signature and documentation.</summary>
public class RequestHoverText(string code, LinePosition linePosition, string? targetKernelName = null)
    : LanguageServiceCommand(code, linePosition, targetKernelName);
