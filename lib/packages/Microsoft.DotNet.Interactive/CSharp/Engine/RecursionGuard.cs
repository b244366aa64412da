using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using CSharpTypeSyntax = Microsoft.CodeAnalysis.CSharp.Syntax.TypeSyntax;

namespace RnnNotebooks.Engine;

/// <summary>
/// Puts a stack check at the start of every function of a cell that may call itself, directly or through others. A field that begins
/// with an object of its own type is such a function too. Recursion that no name shows (through a delegate from elsewhere, a virtual
/// call of a library) still ends the process: hosts run each notebook in a process of its own and save outputs as they come.
/// </summary>
internal static class RecursionGuard
{
    private const string Guard = "global::RnnNotebooks.Engine.StackGuard";

    /// <summary>The changes; where two functions end at the same place, the inner one is closed first.</summary>
    public static IEnumerable<TextChange> Changes(SyntaxNode root)
    {
        var functions = root.DescendantNodes().Where(node => Name(node) is not null && Body(node) is not null).ToArray();
        return Recursive(functions).OrderByDescending(function => function.SpanStart).SelectMany(Insertions);
    }

    private static List<SyntaxNode> Recursive(SyntaxNode[] functions)
    {
        var byName = functions.ToLookup(node => Name(node)!);
        var callees = functions.ToDictionary(
            node => node,
            node => Calls(node)
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
        EqualsValueClauseSyntax { Value: var value } when Initialised(node) is not null && value.DescendantNodesAndSelf().Any(one => one is BaseObjectCreationExpressionSyntax) =>
            node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText,
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
        AnonymousFunctionExpressionSyntax { Block: { } block } => block,
        AnonymousFunctionExpressionSyntax lambda => DelegateResult(lambda) is null ? null : lambda.ExpressionBody,
        EqualsValueClauseSyntax initializer => initializer.Value,
        _ => null,
    };

    private static IEnumerable<TextChange> Insertions(SyntaxNode node)
    {
        var body = Body(node);
        if (body is BlockSyntax block)
        {
            return [Insert(block.OpenBraceToken.Span.End, $" {Guard}.Check();")];
        }

        var arrow = body as ArrowExpressionClauseSyntax;
        var expression = arrow?.Expression ?? (ExpressionSyntax)body!;
        if (expression is ThrowExpressionSyntax or RefExpressionSyntax)
        {
            return [];
        }

        if (!ReturnsNothing(node))
        {
            return
            [
                Insert(expression.SpanStart, $"{Guard}.IsSafe() ? ("),
                Insert(expression.Span.End, ") : throw new System.InvalidOperationException()"),
            ];
        }

        return arrow is null
            ? [Insert(expression.SpanStart, $"{{ {Guard}.Check(); "), Insert(expression.Span.End, "; }")]
            : [new(arrow.ArrowToken.Span, $"{{ {Guard}.Check();"), Insert(node.GetLastToken().Span.End, " }")]; // its semicolon ends the statement
    }

    private static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    // What a function calls by name; for a field's first value also the field's type, which `new()` leaves out.
    private static IEnumerable<SyntaxNode> Calls(SyntaxNode node) =>
        Initialised(node) is { } type ? type.DescendantNodesAndSelf().Concat(node.DescendantNodes()) : Body(node)!.DescendantNodesAndSelf();

    /// <summary>The type of the field or property of an object that this is the first value of.</summary>
    private static CSharpTypeSyntax? Initialised(SyntaxNode node) => node switch
    {
        { Parent: PropertyDeclarationSyntax { Parent: TypeDeclarationSyntax } property } when !property.Modifiers.Any(SyntaxKind.StaticKeyword) => property.Type,
        { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: FieldDeclarationSyntax { Parent: TypeDeclarationSyntax } field } declaration } }
            when !field.Modifiers.Any(one => one.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ConstKeyword) => declaration.Type,
        _ => null,
    };

    /// <summary>
    /// The type that a named lambda's expression gives, <c>void</c> included. Null where that cannot be seen: what is no delegate
    /// is an expression tree, which is data, and left as it is.
    /// </summary>
    private static CSharpTypeSyntax? DelegateResult(AnonymousFunctionExpressionSyntax lambda)
    {
        string? name = Name(lambda);
        var declared = lambda.SyntaxTree.GetRoot().DescendantNodes()
            .OfType<VariableDeclaratorSyntax>()
            .Where(variable => variable.Identifier.ValueText == name)
            .Select(variable => ((VariableDeclarationSyntax)variable.Parent!).Type)
            .FirstOrDefault();
        declared = declared is NullableTypeSyntax nullable ? nullable.ElementType : declared;
        return (declared is QualifiedNameSyntax qualified ? qualified.Right : declared) switch
        {
            GenericNameSyntax { Identifier.ValueText: "Func" } function => function.TypeArgumentList.Arguments[^1],
            SimpleNameSyntax { Identifier.ValueText: "Action" } => SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword)),
            SimpleNameSyntax own => lambda.SyntaxTree.GetRoot().DescendantNodes()
                .OfType<DelegateDeclarationSyntax>()
                .FirstOrDefault(one => one.Identifier.ValueText == own.Identifier.ValueText)?.ReturnType,
            _ => null,
        };
    }

    private static bool ReturnsNothing(SyntaxNode node)
    {
        (CSharpTypeSyntax? type, var modifiers) = node switch
        {
            MethodDeclarationSyntax method => (method.ReturnType, method.Modifiers),
            LocalFunctionStatementSyntax function => (function.ReturnType, function.Modifiers),
            AnonymousFunctionExpressionSyntax lambda => (DelegateResult(lambda), lambda.Modifiers),
            _ => (null, default),
        };
        return node is ConstructorDeclarationSyntax
            || (node is AccessorDeclarationSyntax accessor && !accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
            || type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || (modifiers.Any(SyntaxKind.AsyncKeyword) && type is IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" });
    }
}
