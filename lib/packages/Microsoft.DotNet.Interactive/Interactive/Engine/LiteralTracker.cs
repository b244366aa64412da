namespace RnnNotebooks.Engine;

/// <summary>Reads C# line by line and knows whether the next line begins inside a text literal or a comment.</summary>
internal sealed class LiteralTracker
{
    private enum Kind
    {
        None,
        Comment,
        Verbatim,
        Raw,
    }

    private Kind _kind;
    private int _rawQuotes;

    public bool IsInside => _kind != Kind.None;

    public void Read(string line)
    {
        for (int i = 0; i < line.Length;)
        {
            i = _kind switch
            {
                Kind.Comment => End(line, i, "*/"),
                Kind.Verbatim => EndVerbatim(line, i),
                Kind.Raw => End(line, i, new string('"', _rawQuotes)),
                _ => Code(line, i),
            };
        }
    }

    private int End(string line, int from, string mark)
    {
        int at = line.IndexOf(mark, from, StringComparison.Ordinal);
        if (at < 0)
        {
            return line.Length;
        }

        _kind = Kind.None;
        return at + mark.Length;
    }

    private int EndVerbatim(string line, int from)
    {
        int at = line.IndexOf('"', from);
        if (at < 0)
        {
            return line.Length;
        }

        if (at + 1 < line.Length && line[at + 1] == '"')
        {
            return at + 2;
        }

        _kind = Kind.None;
        return at + 1;
    }

    private int Code(string line, int i)
    {
        if (line[i] == '/' && i + 1 < line.Length)
        {
            if (line[i + 1] == '/')
            {
                return line.Length;
            }

            if (line[i + 1] == '*')
            {
                _kind = Kind.Comment;
                return i + 2;
            }
        }

        if (line[i] == '\'')
        {
            return SkipQuoted(line, i, '\'');
        }

        return line[i] == '"' ? Text(line, i) : i + 1;
    }

    private int Text(string line, int i)
    {
        int quotes = i;
        while (quotes < line.Length && line[quotes] == '"')
        {
            quotes++;
        }

        if (quotes - i >= 3)
        {
            _kind = Kind.Raw;
            _rawQuotes = quotes - i;
            return quotes;
        }

        bool verbatim = (i > 0 && line[i - 1] == '@') || (i > 1 && line[i - 1] == '$' && line[i - 2] == '@');
        if (verbatim)
        {
            _kind = Kind.Verbatim;
            return i + 1;
        }

        return quotes - i == 2 ? quotes : SkipQuoted(line, i, '"');
    }

    private static int SkipQuoted(string line, int i, char quote)
    {
        for (i++; i < line.Length && line[i] != quote; i++)
        {
            if (line[i] == '\\')
            {
                i++;
            }
        }

        return i + 1;
    }
}
