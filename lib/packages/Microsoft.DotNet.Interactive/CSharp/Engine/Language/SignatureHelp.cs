using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>The overloads of the call around a position.</summary>
internal static class SignatureHelp
{
    public static SignatureHelpProduced? Find(ScriptSession session, CellText cell, int position, RequestSignatureHelp command)
    {
        if (!cell.IsCode(position) || position == 0)
        {
            return null;
        }

        var (tree, model) = session.Analyse(cell.Code);
        var list = TokenBefore(tree, position).Parent?.AncestorsAndSelf()
            .OfType<ArgumentListSyntax>()
            .FirstOrDefault(one => one.OpenParenToken.Span.End <= position && (one.CloseParenToken.IsMissing || position <= one.CloseParenToken.SpanStart));
        if (list?.Parent is not { } call)
        {
            return null;
        }

        var overloads = Overloads(model, call);
        if (overloads.Count == 0)
        {
            return null;
        }

        int place = list.Arguments.GetSeparators().Count(separator => separator.Span.End <= position);
        string? name = place < list.Arguments.Count ? list.Arguments[place].NameColon?.Name.Identifier.ValueText : null;
        var bound = model.GetSymbolInfo(call).Symbol;
        int active = overloads.FindIndex(method => SymbolEqualityComparer.Default.Equals(method, bound));
        if (active < 0)
        {
            active = Math.Max(0, overloads.FindIndex(method => method.Parameters.Length > place || method.Parameters.LastOrDefault()?.IsParams == true));
        }

        int parameter = name is null ? place : Math.Max(0, overloads[active].Parameters.ToList().FindIndex(one => one.Name == name));
        parameter = Math.Min(parameter, Math.Max(0, overloads[active].Parameters.Length - 1));
        return new SignatureHelpProduced(command, [.. overloads.Select(Describe)], active, parameter);
    }

    // In the blanks after the last word the position is the end of the text, whose token is in no list: the last word's is.
    private static SyntaxToken TokenBefore(SyntaxTree tree, int position)
    {
        var token = tree.GetRoot().FindToken(position - 1);
        return token.IsKind(SyntaxKind.EndOfFileToken) || token.SpanStart >= position ? token.GetPreviousToken() : token;
    }

    /// <summary>The methods that a call, or a <c>new</c>, may mean; those with fewer parameters first.</summary>
    public static List<IMethodSymbol> Overloads(SemanticModel model, SyntaxNode call)
    {
        IEnumerable<ISymbol> found = call switch
        {
            InvocationExpressionSyntax invocation => model.GetMemberGroup(invocation.Expression) is { Length: > 0 } group
                ? group
                : model.GetTypeInfo(invocation.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [],
            BaseObjectCreationExpressionSyntax creation => (model.GetTypeInfo(creation).Type as INamedTypeSymbol)?.InstanceConstructors ?? [],
            _ => [],
        };
        return [.. found.OfType<IMethodSymbol>().Where(method => method.DeclaredAccessibility != Accessibility.Private || method.ContainingType.IsScriptClass).OrderBy(method => method.Parameters.Length)];
    }

    private static SignatureInformation Describe(IMethodSymbol method)
    {
        var documentation = Documentation.Of(method);
        return new SignatureInformation(
            Kinds.Declaration(method),
            new FormattedValue("text/markdown", documentation.Summary),
            [
                .. method.Parameters.Select(parameter => new ParameterInformation(
                    parameter.Name,
                    new FormattedValue("text/markdown", documentation.Parameter(parameter.Name)))),
            ]);
    }
}
