using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>Turns displayed values into events of the cell that shows them.</summary>
internal static class Displays
{
    // Two would show every value twice, and kernels may be made at the same time.
    private static readonly Lazy<IDisposable> s_subscription = new(() => Formatter.SubscribeToDisplayedValues(Show));

    /// <summary>Listens to <c>x.Display()</c> and to updates, once for the process.</summary>
    public static void Install() => _ = s_subscription.Value;

    /// <summary>The looks of a value, always with one for front ends that show nothing but text.</summary>
    public static IReadOnlyList<FormattedValue> Bundle(object? value, IReadOnlyList<FormattedValue>? formatted = null)
    {
        formatted ??= FormattedValue.CreateManyFromObject(value);
        return formatted.Any(one => one.MimeType == PlainTextFormatter.MimeType)
            ? formatted
            : [.. formatted, FormattedValue.CreateSingleFromObject(value, PlainTextFormatter.MimeType)];
    }

    public static void Publish(KernelInvocationContext context, DisplayedValue displayed) =>
        context.Publish(displayed.IsUpdated
            ? new DisplayedValueUpdated(displayed.Value, displayed.DisplayId, context.Command, Bundle(displayed.Value, displayed.FormattedValues))
            : new DisplayedValueProduced(displayed.Value, context.Command, Bundle(displayed.Value, displayed.FormattedValues), displayed.DisplayId));

    private static void Show(DisplayedValue displayed)
    {
        if (KernelInvocationContext.Current is { } context)
        {
            Publish(context, displayed);
        }
        else
        {
            Formatter.WriteToConsole(displayed);
        }
    }
}
