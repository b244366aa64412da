using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>The cells that were run with <c>store_history</c>. One session: a kernel's life.</summary>
internal sealed class History
{
    private const int Session = 1;

    private readonly List<(int Line, string Input, string? Output)> _cells = [];

    internal void Add(int line, string input, string? output) => _cells.Add((line, input, output));

    /// <summary>Answers a history_request: tail, range or search.</summary>
    internal JsonObject Answer(JsonObject request)
    {
        IEnumerable<(int Line, string Input, string? Output)> found = request.Text("hist_access_type") switch
        {
            "tail" => _cells.TakeLast(request.Number("n") ?? 10),
            "range" => Range(request),
            "search" => Search(request),
            var other => throw new InvalidRequestException($"The history access type {other ?? "(none)"} is not tail, range or search."),
        };
        var withOutput = request.Flag("output", false);
        var reply = Reply.Ok();
        reply["history"] = new JsonArray([.. found.Select(cell => (JsonNode)new JsonArray(
            Session, cell.Line, withOutput ? new JsonArray(cell.Input, cell.Output) : cell.Input))]);
        return reply;
    }

    /// <summary>Session 0 is this one, as is its number; earlier ones (negative) left nothing.</summary>
    private IEnumerable<(int Line, string Input, string? Output)> Range(JsonObject request)
    {
        if ((request.Number("session") ?? 0) is not (0 or Session))
        {
            return [];
        }

        var (start, stop) = (request.Number("start") ?? 0, request.Number("stop") ?? int.MaxValue);
        return _cells.Where(cell => cell.Line >= start && cell.Line < stop);
    }

    private IEnumerable<(int Line, string Input, string? Output)> Search(JsonObject request)
    {
        var pattern = Glob(request.Text("pattern") ?? "*");
        var found = _cells.Where(cell => pattern.IsMatch(cell.Input));
        if (request.Flag("unique", false))
        {
            // The latest of equal inputs stands for all.
            found = found.Reverse().DistinctBy(cell => cell.Input).Reverse();
        }

        return request.Number("n") is { } n ? found.TakeLast(n) : found;
    }

    /// <summary>A glob matches a whole input: * any text, ? any character, [abc] one of these.</summary>
    private static Regex Glob(string glob)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < glob.Length; i++)
        {
            var close = glob[i] == '[' ? glob.IndexOf(']', i + 1) : -1;
            if (close > i + 1)
            {
                var inside = glob[(i + 1)..close].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
                regex.Append('[').Append(inside).Append(']');
                i = close;
                continue;
            }

            regex.Append(glob[i] switch
            {
                '*' => ".*",
                '?' => ".",
                var other => Regex.Escape(other.ToString()),
            });
        }

        return new Regex(regex.Append('$').ToString(), RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }
}
