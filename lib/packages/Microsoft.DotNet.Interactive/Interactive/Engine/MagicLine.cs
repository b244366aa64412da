using System.Text;

namespace RnnNotebooks.Engine;

/// <summary>A magic's line in words: <c>#!set --name n --value "two words"</c>.</summary>
internal sealed record MagicLine(string Name, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Options)
{
    private const string FlagValue = "true";

    public static MagicLine Parse(string line)
    {
        var words = Words(line.Trim());
        var arguments = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 1; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || words[i].Length == 2)
            {
                arguments.Add(words[i]);
            }
            else if (words[i].IndexOf('=') is int equals and > 0)
            {
                options[words[i][2..equals]] = words[i][(equals + 1)..];
            }
            else if (i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                options[words[i][2..]] = words[++i];
            }
            else
            {
                options[words[i][2..]] = FlagValue;
            }
        }

        return new MagicLine(words[0], arguments, options);
    }

    /// <summary>The option's value, or the first bare argument where the option is not given.</summary>
    public string Required(string option, bool orFirstArgument = false) =>
        Options.TryGetValue(option, out string? value) ? value
        : orFirstArgument && Arguments.Count > 0 ? Arguments[0]
        : throw new MagicException($"{Name} needs --{option}.");

    // A quote that begins a word, or an option's value after its =, encloses it; one further in is itself. \" is a quote in quotes.
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        int i = 0;
        while (i < line.Length)
        {
            if (char.IsWhiteSpace(line[i]))
            {
                i++;
                continue;
            }

            var word = new StringBuilder();
            while (i < line.Length && !char.IsWhiteSpace(line[i]))
            {
                bool begins = word.Length == 0 || (word[^1] == '=' && word.ToString().StartsWith("--", StringComparison.Ordinal));
                i = begins && line[i] is '"' or '\'' ? Quoted(line, i, word) : Take(line, i, word);
            }

            words.Add(word.ToString());
        }

        return words;
    }

    private static int Quoted(string line, int open, StringBuilder word)
    {
        int i = open + 1;
        while (i < line.Length && line[i] != line[open])
        {
            i = Take(line, line[i] == '\\' && i + 1 < line.Length && line[i + 1] == line[open] ? i + 1 : i, word);
        }

        return i + 1;
    }

    private static int Take(string line, int i, StringBuilder word)
    {
        word.Append(line[i]);
        return i + 1;
    }
}
