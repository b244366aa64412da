using Microsoft.DotNet.Interactive;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>Jupyter counts positions in Unicode code points, .NET in UTF-16 units, and editors in lines: all three, exactly.</summary>
internal static class CodePoints
{
    /// <summary>The UTF-16 index of a code point index; an index outside the text is moved to its nearest end.</summary>
    internal static int ToUtf16(string text, int codePoints)
    {
        var at = 0;
        for (var i = 0; i < codePoints && at < text.Length; i++)
        {
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        }

        return at;
    }

    /// <summary>The code point index of a UTF-16 index.</summary>
    internal static int FromUtf16(string text, int index)
    {
        var count = 0;
        for (var at = 0; at < index && at < text.Length; count++)
        {
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        }

        return count;
    }

    /// <summary>The line and character, both from 0, of a UTF-16 index.</summary>
    internal static LinePosition ToLinePosition(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new LinePosition(before.Count('\n'), index - (before.LastIndexOf('\n') + 1));
    }

    /// <summary>The UTF-16 index of a line and character.</summary>
    internal static int FromLinePosition(string text, LinePosition position)
    {
        var at = 0;
        for (var line = 0; line < position.Line; line++)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0)
            {
                return text.Length;
            }

            at = end + 1;
        }

        return Math.Min(at + position.Character, text.Length);
    }
}
