using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>The cell's code breaks off: more text could make it complete.</summary>
public class IncompleteCodeSubmissionReceived(SubmitCode submitCode) : KernelEvent(submitCode);
