using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>Answers complete_request and inspect_request from the engine's language services.</summary>
internal sealed class LanguageHandler(Func<EngineRunner> runner)
{
    internal JsonObject Complete(JsonObject request)
    {
        var (code, cursor) = Position(request);
        var produced = runner().Ask(new RequestCompletions(code, CodePoints.ToLinePosition(code, cursor)))
            .OfType<CompletionsProduced>().LastOrDefault();
        var (start, end) = produced?.LinePositionSpan is { } span
            ? (CodePoints.FromLinePosition(code, span.Start), CodePoints.FromLinePosition(code, span.End))
            : (WordStart(code, cursor), cursor);
        var typed = start <= cursor ? code[start..cursor] : "";
        var items = (produced?.Completions ?? [])
            .Where(item => item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .OrderBy(item => !item.FilterText.StartsWith(typed, StringComparison.Ordinal))
            .ThenBy(item => item.SortText, StringComparer.OrdinalIgnoreCase)
            .DistinctBy(item => item.InsertText)
            .ToList();
        var (first, last) = (CodePoints.FromUtf16(code, start), CodePoints.FromUtf16(code, end));
        var reply = Reply.Ok();
        reply["matches"] = Reply.Lines(items.Select(item => item.InsertText));
        reply["cursor_start"] = first;
        reply["cursor_end"] = last;
        reply["metadata"] = new JsonObject
        {
            ["_jupyter_types_experimental"] = new JsonArray([.. items.Select(item => (JsonNode)new JsonObject
            {
                ["start"] = first,
                ["end"] = last,
                ["text"] = item.InsertText,
                ["type"] = item.Kind.ToLowerInvariant(),
            })]),
        };
        return reply;
    }

    internal JsonObject Inspect(JsonObject request)
    {
        var (code, cursor) = Position(request);
        var reply = Reply.Ok();
        reply["found"] = false;
        reply["data"] = new JsonObject();
        reply["metadata"] = new JsonObject();

        // At the cursor, else before it, else the call whose arguments it stands in.
        foreach (var at in new[] { cursor, cursor - 1, CallBefore(code, cursor) })
        {
            if (at >= 0 && Hover(code, at) is { Count: > 0 } content)
            {
                reply["found"] = true;
                reply["data"] = MimeBundle.Create(content, null);
                break;
            }
        }

        return reply;
    }

    private IReadOnlyCollection<FormattedValue>? Hover(string code, int at) =>
        runner().Ask(new RequestHoverText(code, CodePoints.ToLinePosition(code, at)))
            .OfType<HoverTextProduced>().LastOrDefault()?.Content;

    private static (string Code, int Cursor) Position(JsonObject request)
    {
        var code = request.RequiredText("code");
        return (code, request.Number("cursor_pos") is { } codePoints ? CodePoints.ToUtf16(code, codePoints) : code.Length);
    }

    private static int WordStart(string code, int cursor)
    {
        while (cursor > 0 && (char.IsLetterOrDigit(code[cursor - 1]) || code[cursor - 1] == '_'))
        {
            cursor--;
        }

        return cursor;
    }

    /// <summary>The last character of the name before the bracket that is open at the cursor; -1 where there is none.</summary>
    private static int CallBefore(string code, int cursor)
    {
        var closed = 0;
        for (var at = cursor - 1; at > 0; at--)
        {
            switch (code[at])
            {
                case ')' or ']' or '}':
                    closed++;
                    break;
                case '(' or '[' or '{' when closed > 0:
                    closed--;
                    break;
                case '(' or '[':
                    return at - 1;
                case ';' or '{':
                    return -1;
            }
        }

        return -1;
    }
}
