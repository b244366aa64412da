using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>What the person typed.</summary>
public class InputProduced(string value, RequestInput command) : KernelEvent(command)
{
    public string Value { get; } = value;
}
