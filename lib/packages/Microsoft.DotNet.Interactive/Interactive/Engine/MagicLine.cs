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

    private static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char quote = '\0';
        bool inWord = false;
        foreach (char c in line)
        {
            if (quote != '\0')
            {
                if (c == quote)
                {
                    quote = '\0';
                }
                else
                {
                    word.Append(c);
                }
            }
            else if (c is '"' or '\'')
            {
                quote = c;
                inWord = true;
            }
            else if (!char.IsWhiteSpace(c))
            {
                word.Append(c);
                inWord = true;
            }
            else if (inWord)
            {
                words.Add(word.ToString());
                word.Clear();
                inWord = false;
            }
        }

        if (inWord)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
