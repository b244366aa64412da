using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnNotebooks.Engine;

/// <summary>What is known of the name at a position: its declaration and documentation.</summary>
internal sealed record Hover(string Markdown, string Text, int Start, int End)
{
    public static Hover? Find(ScriptSession session, CellText cell, int position)
    {
        if (!cell.IsCode(position))
        {
            return null;
        }

        var (tree, model) = session.Analyse(cell.Code);
        var root = tree.GetRoot();
        var token = root.FindToken(Math.Min(position, Math.Max(0, root.FullSpan.End - 1)));
        if (!IsName(token) && position > 0)
        {
            token = root.FindToken(position - 1); // just behind the name, or behind the call's opening bracket
            token = token.IsKind(SyntaxKind.OpenParenToken) ? token.GetPreviousToken() : token;
        }

        if (!IsName(token) || token.Parent is null || Symbol(model, token.Parent) is not { } found)
        {
            return null;
        }

        string declaration = Kinds.Declaration(found.Symbol) + (found.Others > 0 ? $" (+ {found.Others} overloads)" : "");
        var documentation = Documentation.Of(found.Symbol);
        string markdown = $"```csharp\n{declaration}\n```" + (documentation.IsEmpty ? "" : "\n\n" + documentation.Markdown);
        string text = declaration + (documentation.IsEmpty ? "" : "\n\n" + documentation.Text);
        return new Hover(markdown, text, token.SpanStart, token.Span.End);
    }

    private static bool IsName(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) || token.IsKeyword();

    private static (ISymbol Symbol, int Others)? Symbol(SemanticModel model, SyntaxNode node)
    {
        if (model.GetDeclaredSymbol(node) is { } declared)
        {
            return (declared, 0);
        }

        var info = model.GetSymbolInfo(node);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        symbol ??= model.GetMemberGroup(node).FirstOrDefault() ?? (ISymbol?)model.GetTypeInfo(node).Type;
        if (symbol is INamedTypeSymbol && node.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.ObjectCreationExpressionSyntax creation)
        {
            symbol = model.GetSymbolInfo(creation).Symbol ?? symbol;
        }

        int others = symbol is IMethodSymbol method
            ? Math.Max(0, model.GetMemberGroup(node).Length - 1) is int count and > 0 ? count : method.ContainingType?.GetMembers(method.Name).Length - 1 ?? 0
            : 0;
        return symbol is null or IErrorTypeSymbol ? null : (symbol, others);
    }
}
