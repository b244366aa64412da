using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnNotebooks.Engine;

/// <summary>Whether a cell ends in an expression without a semicolon: then its value is the cell's result.</summary>
internal static class TrailingExpression
{
    public static bool HasValue(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[^1];
        var statements = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>();
        if (statements.Any(global => global.Statement is ReturnStatementSyntax { Expression: not null }))
        {
            return true;
        }

        return tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last,
        }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };
    }
}
