using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RnnNotebooks.Engine;

/// <summary>Puts a check at the start of every round of a cell's loops, on the line where the round begins.</summary>
internal static class LoopGuards
{
    private const string Check = "global::RnnNotebooks.Engine.LoopGuard.Check();";

    public static IEnumerable<TextChange> Changes(SyntaxNode root) => root.DescendantNodes().Select(Body).OfType<StatementSyntax>().SelectMany(Insertions);

    private static StatementSyntax? Body(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        _ => null,
    };

    private static TextChange[] Insertions(StatementSyntax body) =>
        body is BlockSyntax block
            ? [new(new(block.OpenBraceToken.Span.End, 0), $" {Check}")]
            : [new(new(body.SpanStart, 0), $"{{ {Check} "), new(new(body.Span.End, 0), " }")];
}
