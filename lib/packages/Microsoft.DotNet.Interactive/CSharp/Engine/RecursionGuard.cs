using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnNotebooks.Engine;

/// <summary>
/// Puts a stack check at the start of every function of a cell that may call itself, directly or through others. Only text on
/// the line of the opening brace moves, so lines in stack traces stay true. Recursion that no name shows (through a delegate
/// from elsewhere, a virtual call of a library) still ends the process: hosts run each notebook in a process of its own and
/// save outputs as they come.
/// </summary>
internal static class RecursionGuard
{
    private const string Guard = "global::RnnNotebooks.Engine.StackGuard";

    public static SyntaxTree Add(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var functions = root.DescendantNodes().Where(node => Name(node) is not null && Body(node) is not null).ToArray();
        var recursive = Recursive(functions);
        if (recursive.Count == 0)
        {
            return tree;
        }

        var changes = recursive.Select(Insertion).OfType<Microsoft.CodeAnalysis.Text.TextChange>();
        return CSharpSyntaxTree.ParseText(
            tree.GetText().WithChanges(changes.OrderBy(change => change.Span.Start)),
            (CSharpParseOptions)tree.Options,
            tree.FilePath);
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

    private static Microsoft.CodeAnalysis.Text.TextChange? Insertion(SyntaxNode node)
    {
        var body = Body(node);
        if (body is BlockSyntax block)
        {
            return new(new(block.OpenBraceToken.Span.End, 0), $" {Guard}.Check();");
        }

        var expression = ((ArrowExpressionClauseSyntax)body!).Expression;
        if (expression is ThrowExpressionSyntax or RefExpressionSyntax)
        {
            return null;
        }

        return ReturnsNothing(node)
            ? new(body.Span, $"{{ {Guard}.Check(); {expression}; }}")
            : new(expression.Span, $"{Guard}.IsSafe() ? ({expression}) : throw new System.InvalidOperationException()");
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
