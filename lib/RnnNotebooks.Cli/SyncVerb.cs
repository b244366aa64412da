using System.CommandLine;
using RnnNotebooks.Documents;

namespace RnnNotebooks.Cli;

/// <summary><c>rnn sync</c>: keeps notebooks and their .dib twins equal.</summary>
public static class SyncVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var folder = new Argument<string?>("folder") { Description = "The folder of the notebooks (default: the course's lessons).", Arity = ArgumentArity.ZeroOrOne };
        var dib = new Option<string?>("--dib") { Description = "The folder of the .dib files (default: dib in that folder)." };
        var check = new Option<bool>("--check") { Description = "Change nothing; fail if a pair differs." };
        var verb = new Command("sync", "Make each notebook and its .dib twin equal: the one that changed wins.") { folder, dib, check };
        verb.SetAction(parsed =>
        {
            var notebooks = parsed.GetValue(folder) ?? Repository.Notebooks;
            return NotebookErrors.Explain(() => Sync(notebooks, parsed.GetValue(dib) ?? Path.Combine(notebooks, "dib"), parsed.GetValue(check)));
        });
        return verb;
    }

    private static int Sync(string notebooks, string dibs, bool check)
    {
        var pairs = new NotebookPairs(notebooks, dibs);
        var conflicts = new List<string>();
        var stale = 0;
        foreach (var name in pairs.Names)
        {
            var state = check ? pairs.Compare(name) : pairs.Sync(name);
            stale += state is SyncState.DibStale or SyncState.NotebookStale ? 1 : 0;
            if (state == SyncState.Conflict)
            {
                conflicts.Add(name);
            }
            else if (state != SyncState.Equal)
            {
                var path = state == SyncState.DibStale ? pairs.DibPath(name) : pairs.NotebookPath(name);
                Console.WriteLine(check ? $"{path} is missing or older than its twin" : $"{path} written");
            }
        }

        if (conflicts.Count > 0)
        {
            throw new UserException(ExitCodes.Failed, $"{string.Join(", ", conflicts)}: the .ipynb and the .dib file differ and both may hold new work, so neither was changed; replace the one that may go with `rnn convert --force KEEP REPLACE`.");
        }

        if (check && stale > 0)
        {
            throw new UserException(ExitCodes.Failed, $"{stale} of {pairs.Names.Count} pairs differ; `rnn sync` makes them equal.");
        }

        Console.WriteLine($"{pairs.Names.Count} pairs equal");
        return ExitCodes.Success;
    }
}
