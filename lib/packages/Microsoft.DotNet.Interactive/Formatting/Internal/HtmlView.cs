using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace RnnNotebooks.Formatting;

/// <summary>The HTML of a value: objects as trees that fold, sequences and dictionaries as tables, the rest as text.</summary>
internal static class HtmlView
{
    // Deeper trees start folded: the reader sees the shape first.
    private const int OpenDepth = 2;

    public static bool Write(object value, FormatContext context)
    {
        switch (value)
        {
            case IHtmlContent content:
                WriteContent(content, context);
                break;
            case string or bool or Delegate:
                HtmlText.WritePlain(context, PlainText.Child(value, context));
                break;
            case Type type:
                context.Writer.Write($"<code>{HtmlText.Encode(TypeNames.Qualified(type))}</code>");
                break;
            case DateTime or DateTimeOffset or Enum:
                context.Writer.Write($"<span>{HtmlText.Encode(PlainText.Child(value, context))}</span>");
                break;
            case LaTeXString or MathString:
                context.Writer.Write(HtmlText.Encode(value.ToString()));
                break;
            case JsonString or JsonElement or JsonDocument or JsonNode:
                WriteJson(value, context);
                break;
            case Exception exception:
                WriteException(exception, context);
                break;
            case TabularDataResource resource:
                HtmlTable.WriteResource(resource, context);
                break;
            case Task:
                HtmlText.WritePlain(context, PlainText.Child(value, context));
                break;
            case ITuple tuple:
                WriteTree(Summary.Of(value), Enumerable.Range(0, tuple.Length).Select(i => ($"Item{i + 1}", (object?)tuple[i])), 0, context);
                break;
            default:
                WriteStructure(value, context);
                break;
        }

        return true;
    }

    public static void WriteContent(IHtmlContent content, FormatContext context)
    {
        switch (content)
        {
            // These share the rendering: what they require once is written once.
            case PocketView view:
                view.WriteTo(context);
                break;
            case HtmlTag tag:
                tag.WriteTo(context);
                break;
            default:
                content.WriteTo(context.Writer, HtmlText.Encoder);
                break;
        }
    }

    /// <summary>A value in a cell of a table: text as it is, everything else by its formatter.</summary>
    public static void WriteCell(object? value, FormatContext context)
    {
        context.Writer.Write(value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or Half
            ? "<td class=\"dni-number\">"
            : "<td>");
        if (value is string text)
        {
            context.Writer.Write(HtmlText.Encode(text));
        }
        else
        {
            value.FormatTo(context, HtmlFormatter.MimeType);
        }

        context.Writer.Write("</td>");
    }

    public static void WriteDetails(string summary, FormatContext context, Action content)
    {
        context.RequireDefaultStyles();
        context.Writer.Write(context.Depth <= OpenDepth ? "<details open=\"open\" class=\"dni-treeview\">" : "<details class=\"dni-treeview\">");
        context.Writer.Write($"<summary><span class=\"dni-code-hint\"><code>{HtmlText.Encode(summary)}</code></span></summary><div>");
        content();
        context.Writer.Write("</div></details>");
    }

    private static void WriteStructure(object value, FormatContext context)
    {
        Type type = value.GetType();
        if (Scalars.Is(type) || Opaque.Is(type) || value is Array { Rank: > 2 } || Buffers.ToArray(value) is not null)
        {
            HtmlText.WritePlain(context, PlainText.Child(value, context));
        }
        else if (value is Array { Rank: 2 } grid)
        {
            HtmlTable.WriteGrid(grid, context);
        }
        else if (Entries.TryRead(value, out IEnumerable<KeyValuePair<object, object?>> entries))
        {
            Nested(value, context, () => HtmlTable.WriteDictionary(value, entries, context));
        }
        else if (value is IEnumerable sequence)
        {
            WriteSequence(sequence, context);
        }
        else
        {
            WriteObject(value, type, context);
        }
    }

    private static void WriteSequence(IEnumerable sequence, FormatContext context)
    {
        Sequence start = Sequence.Start(sequence, Formatter.ListExpansionLimitFor(sequence.GetType()));
        if (start.Failure is null && start.Items.TrueForAll(IsText))
        {
            // Enumerated once: a lazy sequence may give other items, or none, the second time.
            HtmlText.WritePlain(context, PlainText.Line(start, context));
            return;
        }

        Nested(sequence, context, () => HtmlTable.WriteSequence(start, context));
    }

    // Rows of numbers read better as text, a line each, than as tables within tables.
    private static bool IsText(object? item) => Scalars.Is(item);

    private static void WriteObject(object value, Type type, FormatContext context)
    {
        Member[] members = Members.Of(type);
        if (members.Length == 0)
        {
            HtmlText.WritePlain(context, PlainText.Child(value, context));
            return;
        }

        IEnumerable<(string, object?)> shown = members.Take(Members.Limit).Select(member =>
        {
            (object? read, Exception? failure) = member.TryRead(value);
            return (member.Name, failure ?? read);
        });
        WriteTree(Summary.Of(value), shown, members.Length - Members.Limit, context);
    }

    private static void WriteTree(string summary, IEnumerable<(string Name, object? Value)> members, int more, FormatContext context) =>
        WriteDetails(summary, context, () =>
        {
            context.Writer.Write("<table class=\"dni-table\"><tbody>");
            foreach ((string name, object? value) in members)
            {
                context.Writer.Write($"<tr><td>{HtmlText.Encode(name)}</td>");
                WriteCell(value, context);
                context.Writer.Write("</tr>");
            }

            if (more > 0)
            {
                context.Writer.Write($"<tr><td colspan=\"2\" class=\"dni-more\">... ({more} more)</td></tr>");
            }

            context.Writer.Write("</tbody></table>");
        });

    // A table within a table folds away behind its name.
    private static void Nested(object value, FormatContext context, Action table)
    {
        if (context.Depth <= 1)
        {
            context.RequireDefaultStyles();
            table();
        }
        else
        {
            WriteDetails(Summary.Of(value), context, table);
        }
    }

    private static void WriteJson(object value, FormatContext context)
    {
        string text = value switch
        {
            JsonElement { ValueKind: JsonValueKind.Undefined } => "undefined",
            JsonElement element => JsonSerializer.Serialize(element, Indented),
            JsonDocument document => JsonSerializer.Serialize(document.RootElement, Indented),
            JsonNode node => node.ToJsonString(Indented),
            _ => value.ToString() ?? "",
        };
        HtmlText.WritePlain(context, text);
    }

    private static void WriteException(Exception exception, FormatContext context) =>
        WriteDetails(Summary.Of(exception), context, () =>
        {
            context.Writer.Write("<div class=\"dni-plaintext dni-error\"><pre>");
            context.Writer.Write(HtmlText.Encode(PlainText.Child(exception, context)));
            context.Writer.Write("</pre></div>");
        });

    private static readonly JsonSerializerOptions Indented = new(JsonFormatter.SerializerOptions) { WriteIndented = true };
}
