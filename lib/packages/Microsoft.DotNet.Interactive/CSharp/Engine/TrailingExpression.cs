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
        var members = tree.GetCompilationUnitRoot().Members;
        if (members.OfType<GlobalStatementSyntax>().Any(global => global.Statement is ReturnStatementSyntax { Expression: not null }))
        {
            return true;
        }

        return members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && (IsAlwaysAValue(last.Expression)
                || compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void });
    }

    // What calls nothing is no void. To ask the compiler would cost a small cell 3 % of its time.
    private static bool IsAlwaysAValue(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax or IdentifierNameSyntax or BinaryExpressionSyntax or MemberAccessExpressionSyntax
            or ElementAccessExpressionSyntax or InterpolatedStringExpressionSyntax or BaseObjectCreationExpressionSyntax or TupleExpressionSyntax;
}
