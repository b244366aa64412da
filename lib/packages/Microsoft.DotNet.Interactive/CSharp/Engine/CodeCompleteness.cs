using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnNotebooks.Engine;

/// <summary>Whether code that is being typed could run as it stands.</summary>
/// <param name="Status">complete, incomplete or invalid, as Jupyter names them.</param>
/// <param name="Indent">What the next line should begin with, where the code is incomplete.</param>
public sealed record CodeCompleteness(string Status, string Indent = "")
{
    public static CodeCompleteness Of(string code)
    {
        var tree = ScriptSession.Parse(string.Join('\n', code.Split('\n').Select(line => line.TrimStart().StartsWith("#!", StringComparison.Ordinal) ? "" : line)), "question");
        if (!SyntaxFactory.IsCompleteSubmission(tree))
        {
            string last = code.TrimEnd('\n').Split('\n')[^1];
            string indent = last[..(last.Length - last.TrimStart().Length)];
            return new CodeCompleteness("incomplete", last.TrimEnd().EndsWith('{') ? indent + "    " : indent);
        }

        return new CodeCompleteness(tree.GetDiagnostics().Any(one => one.Severity == DiagnosticSeverity.Error) ? "invalid" : "complete");
    }
}
