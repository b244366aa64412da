using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.ValueSharing;

namespace Microsoft.DotNet.Interactive.Events;


/// <summary>The answer to RequestValueInfos.</summary>
public class ValueInfosProduced(IReadOnlyCollection<KernelValueInfo> valueInfos, RequestValueInfos command) : KernelEvent(command)
{
    public IReadOnlyCollection<KernelValueInfo> ValueInfos { get; } = valueInfos;
}
