using System.Collections.Concurrent;
using RnnNotebooks.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Turns values into text of a mime type, by formatters that anyone may register.</summary>
public static class Formatter
{
    private const string DefaultNullString = "<null>";
    private const int DefaultListExpansionLimit = 20;
    private const int DefaultRecursionLimit = 6;

    private static readonly FormatterRegistry Registry = new();
    private static readonly ConcurrentDictionary<Type, int> ListExpansionLimits = new();
    private static readonly Lock Gate = new();

    private static Action<DisplayedValue>[] displaySubscribers = [];

    /// <summary>The mime type of values whose type prefers none.</summary>
    public static string DefaultMimeType
    {
        get;
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    } = HtmlFormatter.MimeType;

    /// <summary>How many items of a sequence are written before "… (n more)".</summary>
    public static int ListExpansionLimit { get; set; } = DefaultListExpansionLimit;

    /// <summary>How deep objects within objects are expanded.</summary>
    public static int RecursionLimit
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = DefaultRecursionLimit;

    /// <summary>What a null is written as.</summary>
    public static string NullString { get; set; } = DefaultNullString;

    /// <summary>Adds a formatter; of several for a type the latest wins.</summary>
    public static void Register(ITypeFormatter formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Registry.Add(formatter);
    }

    public static void Register<T>(Func<T, string> formatter, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register<T>(
            (value, context) =>
            {
                context.Writer.Write(formatter(value));
                return true;
            },
            mimeType);
    }

    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register<T>(
            (value, context) =>
            {
                formatter(value, context.Writer);
                return true;
            },
            mimeType);
    }

    public static void Register<T>(FormatDelegate<T> formatter, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Registry.Add(new DelegateFormatter<T>(mimeType, typeof(T), formatter));
    }

    /// <summary>Registers by a type known at run time; an open generic such as <c>typeof(List&lt;&gt;)</c> covers all its instances.</summary>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(
            type,
            (value, context) =>
            {
                formatter(value, context.Writer);
                return true;
            },
            mimeType);
    }

    /// <inheritdoc cref="Register(System.Type,System.Action{object,System.IO.TextWriter},string)"/>
    public static void Register(Type type, FormatDelegate<object> formatter, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(formatter);
        Registry.Add(new DelegateFormatter<object>(mimeType, type, formatter));
    }

    /// <summary>The formatters registered by hand, latest first; with <paramref name="includeDefaults"/> also the built-in ones.</summary>
    public static IEnumerable<ITypeFormatter> RegisteredFormatters(bool includeDefaults = true) => Registry.Registered(includeDefaults);

    /// <summary>Sets the mime types in which values of <paramref name="type"/> and of types derived from it are shown.</summary>
    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(preferredMimeTypes);
        if (preferredMimeTypes.Length == 0 || preferredMimeTypes.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("Give at least one mime type, such as text/plain.", nameof(preferredMimeTypes));
        }

        Registry.SetPreferredMimeTypes(type, preferredMimeTypes);
    }

    public static IReadOnlyCollection<string> GetPreferredMimeTypesFor(Type? type) =>
        type is null ? [DefaultMimeType] : Registry.PreferredMimeTypes(type) ?? [DefaultMimeType];

    public static ITypeFormatter GetPreferredFormatterFor(Type actualType, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(actualType);
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        return Registry.Resolve(actualType, mimeType);
    }

    /// <summary>Forgets everything registered and set: formatters, preferences, limits. What types say of themselves stays.</summary>
    public static void ResetToDefault()
    {
        Registry.Clear();
        ListExpansionLimits.Clear();
        ListExpansionLimit = DefaultListExpansionLimit;
        RecursionLimit = DefaultRecursionLimit;
        NullString = DefaultNullString;
        DefaultMimeType = HtmlFormatter.MimeType;
    }

    public static string ToDisplayString(this object? obj, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        using StringWriter writer = new(System.Globalization.CultureInfo.InvariantCulture);
        using (FormatContext context = new(writer))
        {
            obj.FormatTo(context, mimeType);
        }

        return writer.ToString();
    }

    public static string ToDisplayString(this object? obj, ITypeFormatter formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        using StringWriter writer = new(System.Globalization.CultureInfo.InvariantCulture);
        formatter.Format(obj, writer);
        return writer.ToString();
    }

    /// <summary>Writes a value into a rendering, by the formatter of its own type rather than of <typeparamref name="T"/>.</summary>
    public static void FormatTo<T>(this T? obj, FormatContext context, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (obj is null)
        {
            NullText.Write(context, mimeType);
            return;
        }

        context.CountValue();
        Type type = obj.GetType();
        bool summaryOnly = context.Depth > RecursionLimit || context.IsExhausted;
        using (context.Descend())
        {
            if (summaryOnly)
            {
                Summary.WriteTo(obj, context, mimeType);
                return;
            }

            GetPreferredFormatterFor(type, mimeType).Format(obj, context);
        }
    }

    /// <summary>Writes one value as a rendering of its own.</summary>
    public static void Format(this ITypeFormatter formatter, object? instance, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        using FormatContext context = new(writer);
        if (instance is null)
        {
            NullText.Write(context, formatter.MimeType);
            return;
        }

        context.CountValue();
        using FormatContext.Descent descent = context.Descend();
        formatter.Format(instance, context);
    }

    /// <summary>
    /// Calls <paramref name="onEvent"/> for every value displayed and every update, on the thread that displays it.
    /// While nobody subscribes, displayed values go to the console.
    /// </summary>
    public static IDisposable SubscribeToDisplayedValues(Action<DisplayedValue> onEvent)
    {
        ArgumentNullException.ThrowIfNull(onEvent);
        lock (Gate)
        {
            displaySubscribers = [.. displaySubscribers, onEvent];
        }

        return new Subscription(() =>
        {
            lock (Gate)
            {
                int index = Array.LastIndexOf(displaySubscribers, onEvent);
                displaySubscribers = [.. displaySubscribers.Where((_, i) => i != index)];
            }
        });
    }

    public static void WriteToConsole(DisplayedValue displayedValue)
    {
        ArgumentNullException.ThrowIfNull(displayedValue);
        FormattedValue? plain = displayedValue.FormattedValues.FirstOrDefault(formatted => formatted.MimeType == PlainTextFormatter.MimeType);
        Console.WriteLine(plain?.Value ?? displayedValue.Value.ToDisplayString());
    }

    internal static void Publish(DisplayedValue displayed)
    {
        Action<DisplayedValue>[] subscribers = Volatile.Read(ref displaySubscribers);
        if (subscribers.Length == 0)
        {
            WriteToConsole(displayed);
        }

        foreach (Action<DisplayedValue> subscriber in subscribers)
        {
            subscriber(displayed);
        }
    }

    internal static int ListExpansionLimitFor(Type type) =>
        ListExpansionLimits.TryGetValue(type, out int limit) ? limit : ListExpansionLimit;

    internal static void SetListExpansionLimit(Type type, int limit) => ListExpansionLimits[type] = limit;
}
