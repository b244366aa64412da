using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Formatting;

/// <summary>The shorter forms of a formatter as the long one.</summary>
internal static class FormatDelegates
{
    public static FormatDelegate<T> From<T>(Action<T, FormatContext> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return (value, context) =>
        {
            format(value, context);
            return true;
        };
    }

    public static FormatDelegate<T> From<T>(Func<T, string> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return (value, context) =>
        {
            context.Writer.Write(format(value));
            return true;
        };
    }
}
