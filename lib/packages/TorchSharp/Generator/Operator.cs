using System.Text.RegularExpressions;

namespace TorchSharp.Generator;

/// <summary>One line of operators.txt.</summary>
internal sealed partial record Operator(string Result, string Name, IReadOnlyList<Parameter> Parameters, string Schema, string Arguments, IReadOnlyList<Form> Forms)
{
    internal static Operator Parse(string line)
    {
        Match match = Line().Match(line);
        if (!match.Success) throw new FormatException($"not a declaration: {line}");
        string result = match.Groups["result"].Value;
        return new Operator(
            result.Length == 0 ? "Tensor" : result,
            match.Groups["name"].Value,
            [.. Split(match.Groups["parameters"].Value).Select(Parameter.Parse)],
            match.Groups["schema"].Value,
            match.Groups["arguments"].Value,
            [.. Forms_().Matches(match.Groups["forms"].Value).Select(Form.Parse)]);
    }

    /// <summary>Splits at the commas that are in no bracket.</summary>
    internal static IEnumerable<string> Split(string list)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < list.Length; i++)
        {
            if (list[i] is '(' or '<' or '[') depth++;
            if (list[i] is ')' or '>' or ']') depth--;
            if (list[i] != ',' || depth != 0) continue;
            yield return list[start..i].Trim();
            start = i + 1;
        }
        if (list[start..].Trim() is { Length: > 0 } last) yield return last;
    }

    [GeneratedRegex(@"^(?:(?<result>\([^)]*\)|Tensor\[\]|bool) )?(?<name>\w+)\((?<parameters>.*?)\) = (?<schema>[\w.?/]+)\((?<arguments>.*)\) : (?<forms>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"[mt]_?(?:\([^)]*\))?")]
    private static partial Regex Forms_();
}

internal sealed record Parameter(string Type, string Name, string? Default)
{
    internal static Parameter Parse(string text)
    {
        string[] halves = text.Split(" = ", 2);
        int space = halves[0].LastIndexOf(' ');
        return new Parameter(halves[0][..space], halves[0][(space + 1)..], halves.Length > 1 ? halves[1] : null);
    }

    internal string Declaration => $"{Type} {Code.Escape(Name)}{(Default is null ? "" : $" = {Default}")}";
}

/// <summary>m, m_, t(first) or t_(first): a method of Tensor or of torch, and whether it works in place.</summary>
internal sealed record Form(bool OnTensor, bool InPlace, IReadOnlyList<string> Names)
{
    internal static Form Parse(Match match)
    {
        string text = match.Value;
        int bracket = text.IndexOf('(', StringComparison.Ordinal);
        return new Form(
            text[0] == 'm',
            text.Length > 1 && text[1] == '_',
            bracket < 0 ? [] : [.. Operator.Split(text[(bracket + 1)..^1])]);
    }
}
