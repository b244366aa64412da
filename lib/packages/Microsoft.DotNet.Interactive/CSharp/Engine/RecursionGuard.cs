using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RnnNotebooks.Engine;

/// <summary>
/// Puts a stack check at the start of every function of a cell that may call itself, directly or through others. Recursion that no
/// name shows (through a delegate from elsewhere, a virtual call of a library) still ends the process: hosts run each notebook in a
/// process of its own and save outputs as they come.
/// </summary>
internal static class RecursionGuard
{
    private const string Guard = "global::RnnNotebooks.Engine.StackGuard";

    public static IEnumerable<TextChange> Changes(SyntaxNode root)
    {
        var functions = root.DescendantNodes().Where(node => Name(node) is not null && Body(node) is not null).ToArray();
        return Recursive(functions).SelectMany(Insertions);
    }

    private static List<SyntaxNode> Recursive(SyntaxNode[] functions)
    {
        var byName = functions.ToLookup(node => Name(node)!);
        var callees = functions.ToDictionary(
            node => node,
            node => Body(node)!.DescendantNodesAndSelf()
                .OfType<SimpleNameSyntax>()
                .Select(name => name.Identifier.ValueText)
                .Distinct()
                .SelectMany(name => byName[name])
                .ToArray());
        return [.. functions.Where(function => Reaches(function, callees))];
    }

    private static bool Reaches(SyntaxNode function, Dictionary<SyntaxNode, SyntaxNode[]> callees)
    {
        var seen = new HashSet<SyntaxNode>();
        var open = new Stack<SyntaxNode>(callees[function]);
        while (open.TryPop(out var next))
        {
            if (next == function)
            {
                return true;
            }

            if (seen.Add(next))
            {
                foreach (var callee in callees[next])
                {
                    open.Push(callee);
                }
            }
        }

        return false;
    }

    private static string? Name(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor when !constructor.Modifiers.Any(SyntaxKind.StaticKeyword) => constructor.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        AnonymousFunctionExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } => variable.Identifier.ValueText,
        AnonymousFunctionExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: IdentifierNameSyntax assigned } } => assigned.Identifier.ValueText,
        _ => null,
    };

    private static SyntaxNode? Body(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
        AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
        PropertyDeclarationSyntax property => property.ExpressionBody,
        AnonymousFunctionExpressionSyntax lambda => lambda.Block, // an expression may be an expression tree: left alone
        _ => null,
    };

    private static TextChange[] Insertions(SyntaxNode node)
    {
        var body = Body(node);
        if (body is BlockSyntax block)
        {
            return [new(new(block.OpenBraceToken.Span.End, 0), $" {Guard}.Check();")];
        }

        var arrow = (ArrowExpressionClauseSyntax)body!;
        if (arrow.Expression is ThrowExpressionSyntax or RefExpressionSyntax)
        {
            return [];
        }

        // The expression itself stays: it may hold a function with changes of its own.
        return ReturnsNothing(node)
            ? [new(arrow.ArrowToken.Span, $"{{ {Guard}.Check();"), new(new(node.Span.End, 0), " }")]
            : [new(new(arrow.Expression.SpanStart, 0), $"{Guard}.IsSafe() ? ("), new(new(arrow.Expression.Span.End, 0), ") : throw new System.InvalidOperationException()")];
    }

    private static bool ReturnsNothing(SyntaxNode node)
    {
        (Microsoft.CodeAnalysis.CSharp.Syntax.TypeSyntax? type, var modifiers) = node switch
        {
            MethodDeclarationSyntax method => (method.ReturnType, method.Modifiers),
            LocalFunctionStatementSyntax function => (function.ReturnType, function.Modifiers),
            _ => (null, default),
        };
        return node is ConstructorDeclarationSyntax
            || (node is AccessorDeclarationSyntax accessor && !accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
            || type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || (modifiers.Any(SyntaxKind.AsyncKeyword) && type is IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" });
    }
}
