using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Formatting;

/// <summary>A value in one short line: the head of its tree, and all of it where a view goes no deeper.</summary>
internal static class Summary
{
    private const int MaxLength = 120;

    public static void WriteTo(object value, FormatContext context, string mimeType)
    {
        switch (mimeType)
        {
            case HtmlFormatter.MimeType:
                context.Writer.Write(HtmlText.Encode(Of(value)));
                break;
            default:
                context.Writer.Write(Of(value));
                break;
        }
    }

    public static string Of(object value) => Of(value, 0);

    private static string Of(object value, int depth)
    {
        string line = OneLine(Text(value, depth));
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength), "...");
    }

    private static string Text(object value, int depth)
    {
        Type type = value.GetType();
        try
        {
            return value switch
            {
                _ when Scalars.Is(type) => Scalars.Text(value),
                Exception exception => $"{TypeNames.Qualified(type)}: {exception.Message}",
                ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Part(tuple[i], depth)))})",
                IEnumerable sequence => Counted(sequence),
                _ when TypeNames.IsAnonymous(type) =>
                    $"{{ {string.Join(", ", Members.Of(type).Select(member => $"{member.Name} = {Part(member.Read(value), depth)}"))} }}",
                _ when DescribesItself(type) => value.ToString() ?? "",
                _ => TypeNames.Qualified(type),
            };
        }
        catch (Exception e) when (e is not (OperationCanceledException or ThreadInterruptedException))
        {
            return $"{TypeNames.Qualified(type)} (its ToString failed with {TypeNames.Of(e.GetType())})";
        }
    }

    private static string Part(object? value, int depth) => value is null ? Formatter.NullString
        : depth >= Formatter.RecursionLimit ? "..."
        : Of(value, depth + 1);

    private static string Counted(IEnumerable sequence)
    {
        string name = Sequence.NameOf(sequence.GetType());
        return Sequence.CountOf(sequence) is { } count ? $"{name} ({count} {(count == 1 ? "item" : "items")})" : name;
    }

    /// <summary>Whether the type has a text of its own, not only its name.</summary>
    public static bool DescribesItself(Type type) =>
        type.GetMethod(nameof(ToString), [])?.DeclaringType is { } declaring && declaring != typeof(object) && declaring != typeof(ValueType);

    private static string OneLine(string text)
    {
        int end = text.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? text : text[..end] + " ...";
    }
}
