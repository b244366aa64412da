using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace RnnNotebooks.Formatting;

/// <summary>The plain text of a value: short things on one line, objects as indented members, sequences as lists.</summary>
internal static class PlainText
{
    private const int LineWidth = 100;
    private const string Indentation = "    ";

    /// <summary>The text of a value within another, by its own formatter.</summary>
    public static string Child(object? value, FormatContext context)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        value.FormatTo(context.WithWriter(writer), PlainTextFormatter.MimeType);
        return writer.ToString();
    }

    public static bool Write(object value, FormatContext context)
    {
        context.Writer.Write(Text(value, context));
        return true;
    }

    private static string Text(object value, FormatContext context) => value switch
    {
        _ when Scalars.Is(value) => Scalars.Text(value),
        Exception exception => ExceptionText.Of(exception),
        TabularDataResource table => TabularText.Columns(table),
        IHtmlContent or LaTeXString or MathString or JsonString => value.ToString() ?? "",
        JsonElement json => JsonText(json),
        JsonDocument document => JsonText(document.RootElement),
        JsonNode node => node.ToJsonString(),
        Task task => TaskText(task, context),
        ITuple tuple => TupleText(tuple, context),
        Array { Rank: > 1 } array => Grid.Text(array, context),
        _ when Entries.TryRead(value, out IEnumerable<KeyValuePair<object, object?>> entries) => DictionaryText(value, entries, context),
        IEnumerable sequence => SequenceText(sequence, context),
        _ when Buffers.ToArray(value) is { } items => SequenceText(items, context),
        _ => ObjectText(value, context),
    };

    private static string JsonText(JsonElement json) => json.ValueKind == JsonValueKind.Undefined ? "undefined" : json.GetRawText();

    private static string TaskText(Task task, FormatContext context)
    {
        // Reading Result of a task that still runs would block the cell.
        object? result = task.IsCompletedSuccessfully ? task.GetType().GetProperty("Result")?.GetValue(task) : null;
        string name = TypeNames.Of(task.GetType().IsVisible ? task.GetType() : typeof(Task));
        string status = $"{name} ({task.Status})";
        if (task.Exception?.InnerException is { } failure)
        {
            return $"{status}: {failure.Message}";
        }

        return result is null || !result.GetType().IsVisible ? status : $"{status}: {Child(result, context)}";
    }

    private static string TupleText(ITuple tuple, FormatContext context)
    {
        string[] items = [.. Enumerable.Range(0, tuple.Length).Select(i => Child(tuple[i], context))];
        return FitsOnLine(items) ? $"( {string.Join(", ", items)} )" : Bullets(items);
    }

    private static string DictionaryText(object value, IEnumerable<KeyValuePair<object, object?>> entries, FormatContext context)
    {
        Sequence start = Sequence.Start(entries.Select(entry => (Key: Child(entry.Key, context), Value: Child(entry.Value, context))), Formatter.ListExpansionLimitFor(value.GetType()));
        int? more = start.IsCut && Sequence.CountOf((IEnumerable)value) is { } count ? count - start.Items.Count : start.More;
        start = start with { More = more };
        List<(string Key, string Value)> pairs = [.. start.Items.Cast<(string Key, string Value)>()];
        string[] inline = [.. pairs.Select(pair => $"{pair.Key}: {pair.Value}")];
        if (FitsOnLine(inline) && start.Failure is null)
        {
            return Enclosed("{", inline, start, "}");
        }

        IEnumerable<string> lines = pairs.Select(pair => Indentation + Labelled(pair.Key, pair.Value));
        return string.Join("\n", [TypeNames.Of(value.GetType()), .. lines, .. Ending(start, Indentation)]);
    }

    private static string SequenceText(IEnumerable sequence, FormatContext context)
    {
        Type type = sequence.GetType();
        Sequence start = Sequence.Start(sequence, Formatter.ListExpansionLimitFor(type));
        string[] items = [.. start.Items.Select(item => Child(item, context))];
        bool inline = start.Failure is null && (start.Items.TrueForAll(Scalars.Is) ? !Array.Exists(items, IsMultiLine) : FitsOnLine(items));
        return inline
            ? Enclosed("[", items, start, "]")
            : string.Join("\n", [Sequence.NameOf(type), Bullets(items), .. Ending(start, "  ")]).Replace("\n\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>A sequence of short values on one line.</summary>
    public static string Line(Sequence start, FormatContext context) =>
        Enclosed("[", [.. start.Items.Select(item => Child(item, context))], start, "]");

    private static string ObjectText(object value, FormatContext context)
    {
        Type type = value.GetType();
        Member[] members = Members.Of(type);
        if (members.Length == 0 || Opaque.Is(type))
        {
            // Of a nested or generic type the runtime's own text is no C#.
            bool isNamed = (type.IsNested || type.IsGenericType) && !Summary.DescribesItself(type);
            return isNamed ? TypeNames.Qualified(type) : value.ToString() ?? TypeNames.Of(type);
        }

        (string Name, string Text)[] shown = [.. members.Take(Members.Limit).Select(member => (member.Name, MemberText(member, value, context)))];
        bool anonymous = TypeNames.IsAnonymous(type);
        string[] inline = [.. shown.Select(member => $"{member.Name} = {member.Text}")];
        if (anonymous && members.Length <= Members.Limit && FitsOnLine(inline))
        {
            return $"{{ {string.Join(", ", inline)} }}";
        }

        StringBuilder text = new(TypeNames.Of(type));
        foreach ((string name, string member) in shown)
        {
            text.Append('\n').Append(Indentation).Append(Labelled(name, member));
        }

        if (members.Length > Members.Limit)
        {
            text.Append('\n').Append(Indentation).Append("...");
        }

        return text.ToString();
    }

    private static string MemberText(Member member, object instance, FormatContext context)
    {
        (object? value, Exception? failure) = member.TryRead(instance);
        return failure is null ? Child(value, context) : $"{TypeNames.Of(failure.GetType())}: {failure.Message}";
    }

    private static bool IsMultiLine(string text) => text.Contains('\n', StringComparison.Ordinal);

    private static bool FitsOnLine(string[] items) => !Array.Exists(items, IsMultiLine) && items.Sum(item => item.Length + 2) <= LineWidth;

    private static string Enclosed(string open, string[] items, Sequence start, string close)
    {
        string inner = string.Join(", ", items) + (start.IsCut ? " " + start.Ellipsis : "");
        return inner.Length == 0 ? $"{open} {close}" : $"{open} {inner.TrimStart()} {close}";
    }

    private static IEnumerable<string> Ending(Sequence start, string indentation)
    {
        if (start.IsCut)
        {
            yield return indentation + start.Ellipsis;
        }

        if (start.Failure is { } failure)
        {
            yield return $"{indentation}{TypeNames.Of(failure.GetType())}: {failure.Message}";
        }
    }

    private static string Bullets(IEnumerable<string> items) =>
        string.Join("\n", items.Select(item => "  - " + item.Replace("\n", "\n" + Indentation, StringComparison.Ordinal)));

    private static string Labelled(string label, string text) =>
        $"{label}: {text.Replace("\n", "\n" + Indentation, StringComparison.Ordinal)}";
}
