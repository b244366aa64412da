using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>Tells a console whether Enter runs the code or continues it.</summary>
internal static class CodeCompleteness
{
    private const int IndentSize = 4;
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);
    private static readonly string[] OtherLanguages = ["markdown", "html", "javascript", "js", "mermaid", "value"];

    internal static JsonObject Check(string code)
    {
        var lines = code.Split('\n');
        if (lines.Any(line => line.StartsWith("#!", StringComparison.Ordinal) && OtherLanguages.Contains(line[2..].Trim())))
        {
            return new JsonObject { ["status"] = "unknown" };
        }

        // Magics are complete by themselves, and no C#: leave their lines empty.
        var source = string.Join('\n', lines.Select(line =>
            line.StartsWith("#!", StringComparison.Ordinal) || line.StartsWith("#i ", StringComparison.Ordinal) ? "" : line));
        var tree = CSharpSyntaxTree.ParseText(source, Script);
        var errors = tree.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        // A bracket too many cannot be mended by more text.
        var canGoOn = !tree.GetRoot().ContainsSkippedText;
        if (canGoOn && (!SyntaxFactory.IsCompleteSubmission(tree) || (errors.Count > 0 && errors.TrueForAll(error => IsAtEnd(error, source)))))
        {
            return new JsonObject { ["status"] = "incomplete", ["indent"] = new string(' ', IndentSize * OpenBraces(tree)) };
        }

        return new JsonObject { ["status"] = errors.Count == 0 ? "complete" : "invalid" };
    }

    private static bool IsAtEnd(Diagnostic error, string source) =>
        error.Location.SourceSpan.End >= source.TrimEnd().Length;

    private static int OpenBraces(SyntaxTree tree)
    {
        var depth = 0;
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (token.IsMissing)
            {
                continue;
            }

            depth += token.Kind() switch
            {
                SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
                SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
                _ => 0,
            };
        }

        return Math.Max(depth, 0);
    }
}
