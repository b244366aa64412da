using Microsoft.DotNet.Interactive.Formatting;
using RnnNotebooks.Engine;

namespace Microsoft.DotNet.Interactive;

/// <summary>Showing values from a command's handler.</summary>
public static class KernelInvocationContextExtensions
{
    public static DisplayedValue Display(this KernelInvocationContext context, object? value, params string[] mimeTypes)
    {
        var displayed = new DisplayedValue(value!, FormattedValue.CreateManyFromObject(value!, mimeTypes));
        Displays.Publish(context, displayed);
        return displayed;
    }

    public static DisplayedValue DisplayAs(this KernelInvocationContext context, string value, string mimeType)
    {
        var displayed = new DisplayedValue(value, [new FormattedValue(mimeType, value)]);
        Displays.Publish(context, displayed);
        return displayed;
    }
}
