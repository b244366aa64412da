using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>What the person typed, by input name.</summary>
public class InputsProduced(Dictionary<string, string> values, RequestInputs command) : KernelEvent(command)
{
    public Dictionary<string, string> Values { get; } = values;
}
