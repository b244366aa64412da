using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RnnNotebooks.Engine;

/// <summary>
/// Puts a check at the start of every round of a cell's loops, on the line where the round begins. A loop that does nothing but
/// compute goes without: a check in every round would make it some three times slower, and its thread can be aborted safely.
/// </summary>
internal static class LoopGuards
{
    private const string Check = "global::RnnNotebooks.Engine.LoopGuard.Check();";

    public static IEnumerable<TextChange> Changes(SyntaxNode root) =>
        root.DescendantNodes().Where(node => Body(node) is not null && node.DescendantNodes().Any(LeavesTheCell)).SelectMany(loop => Insertions(Body(loop)!));

    private static StatementSyntax? Body(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        _ => null,
    };

    // What may run code of the framework, which takes locks: a thrown exception does, to find its message.
    private static bool LeavesTheCell(SyntaxNode node) =>
        node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or InterpolatedStringExpressionSyntax or AwaitExpressionSyntax
            or TryStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or YieldStatementSyntax
            or UsingStatementSyntax or LockStatementSyntax or CommonForEachStatementSyntax;

    private static TextChange[] Insertions(StatementSyntax body) =>
        body is BlockSyntax block
            ? [new(new(block.OpenBraceToken.Span.End, 0), $" {Check}")]
            : [new(new(body.SpanStart, 0), $"{{ {Check} "), new(new(body.Span.End, 0), " }")];
}
