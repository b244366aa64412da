using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.DotNet.Interactive.Events;

namespace RnnNotebooks.Engine;

/// <summary>What could be typed at a position of C#: members after a dot, else everything in scope.</summary>
internal static class Completion
{
    private const string Stand = "completionStandIn";
    private const int MostDocumented = 8; // reading documentation takes time that a long list does not have

    public static CompletionList Find(ScriptSession session, CellText cell, int position)
    {
        int start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(cell.Code[start - 1]))
        {
            start--;
        }

        if (start < position && char.IsDigit(cell.Code[start]))
        {
            return CompletionList.None(position);
        }

        string prefix = cell.Code[start..position];
        var (tree, model) = session.Analyse(WithStandIn(cell.Code, start, position));
        var token = tree.GetRoot().FindToken(start);
        if (token.SpanStart != start || token.Parent is null || !token.IsKind(SyntaxKind.IdentifierToken))
        {
            return CompletionList.None(position); // within a text or a comment
        }

        var symbols = Symbols(model, token, start, out bool afterDot);
        var items = symbols.Where(symbol => Matches(symbol.Name, prefix) && symbol.CanBeReferencedByName)
            .GroupBy(symbol => (symbol.Name, Kind: Kinds.Of(symbol)))
            .Select(group => (group.Key.Name, group.Key.Kind, Symbol: group.First(), Count: group.Count()))
            .ToArray();
        var found = items.Select(item => new CompletionItem(
            item.Name,
            item.Kind,
            insertText: SyntaxFacts.GetKeywordKind(item.Name) == SyntaxKind.None ? item.Name : "@" + item.Name,
            documentation: items.Length > MostDocumented ? null : Documentation.Short(item.Symbol, item.Count - 1)));
        if (!afterDot)
        {
            found = found.Concat(ArgumentNames(model, token, prefix)).Concat(Keywords(prefix));
        }

        return new CompletionList(
            [.. found.DistinctBy(item => item.DisplayText).OrderBy(item => item.DisplayText, StringComparer.OrdinalIgnoreCase)],
            start,
            position);
    }

    // A word of our own where the position is: half a statement parses as what it is going to be, not as what follows it.
    private static string WithStandIn(string code, int start, int position)
    {
        int end = position;
        while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end]))
        {
            end++;
        }

        int next = end;
        while (next < code.Length && code[next] is ' ' or '\t')
        {
            next++;
        }

        bool atLineEnd = next == code.Length || code[next] is '\r' or '\n';
        return code[..start] + Stand + (atLineEnd ? ";" : "") + code[end..];
    }

    private static IEnumerable<ISymbol> Symbols(SemanticModel model, SyntaxToken token, int position, out bool afterDot)
    {
        var node = token.Parent!;
        var qualifier = node switch
        {
            { Parent: MemberAccessExpressionSyntax access } when access.Name == node => access.Expression,
            { Parent: QualifiedNameSyntax qualified } when qualified.Right == node => qualified.Left,
            { Parent: MemberBindingExpressionSyntax binding } => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => (SyntaxNode?)null,
        };
        afterDot = qualifier is not null;
        if (qualifier is not null)
        {
            return Members(model, qualifier, position, node.Parent is MemberBindingExpressionSyntax);
        }

        if (Initialised(model, node) is { } type)
        {
            return model.LookupSymbols(position, type).Where(symbol => !symbol.IsStatic && symbol is IPropertySymbol or IFieldSymbol);
        }

        if (node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null)
        {
            return model.LookupNamespacesAndTypes(position);
        }

        return node.Parent is ObjectCreationExpressionSyntax creation && creation.Type == node
            ? model.LookupNamespacesAndTypes(position)
            : model.LookupSymbols(position).Concat(model.LookupSymbols(position, includeReducedExtensionMethods: false)).Distinct(SymbolEqualityComparer.Default);
    }

    private static IEnumerable<ISymbol> Members(SemanticModel model, SyntaxNode qualifier, int position, bool conditional)
    {
        var symbol = model.GetSymbolInfo(qualifier) is var info ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault() : null;
        if (symbol is INamespaceSymbol space)
        {
            return model.LookupNamespacesAndTypes(position, space);
        }

        var type = model.GetTypeInfo(qualifier).Type;
        if (symbol is ITypeSymbol named && !IsValue(model, qualifier, named))
        {
            return model.LookupStaticMembers(position, named).Where(IsOffered);
        }

        if (conditional && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type is null or IErrorTypeSymbol
            ? []
            : model.LookupSymbols(position, type, includeReducedExtensionMethods: true).Where(one => !one.IsStatic && IsOffered(one));
    }

    // `Color.` may be the type or a property of that name: the property's members are what is wanted more often.
    private static bool IsValue(SemanticModel model, SyntaxNode qualifier, ITypeSymbol named) =>
        qualifier is IdentifierNameSyntax name
        && model.LookupSymbols(qualifier.SpanStart, name: name.Identifier.ValueText)
            .Any(symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol && named.TypeKind != TypeKind.Enum);

    private static bool IsOffered(ISymbol symbol) =>
        symbol is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction or MethodKind.DelegateInvoke) }
        && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute"
            && attribute.ConstructorArguments is [{ Value: 1 }]);

    /// <summary>The type whose members a name within braces means: of an object to be made, changed or matched.</summary>
    private static ITypeSymbol? Initialised(SemanticModel model, SyntaxNode node)
    {
        var place = node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node ? assignment.Parent : node.Parent;
        return place switch
        {
            InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } => model.GetTypeInfo(creation).Type,
            InitializerExpressionSyntax { Parent: WithExpressionSyntax changed } => model.GetTypeInfo(changed.Expression).Type,
            _ => node.FirstAncestorOrSelf<SubpatternSyntax>() is { Parent: PropertyPatternClauseSyntax { Parent: RecursivePatternSyntax pattern } } part
                && part.SpanStart == node.SpanStart
                    ? model.GetTypeInfo(pattern).ConvertedType
                    : null,
        };
    }

    private static IEnumerable<CompletionItem> ArgumentNames(SemanticModel model, SyntaxToken token, string prefix)
    {
        if (token.Parent is not { Parent: ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Parent: { } call } list } argument } || argument.Expression != token.Parent)
        {
            return [];
        }

        var given = list.Arguments.Select(one => one.NameColon?.Name.Identifier.ValueText).ToHashSet();
        int place = list.Arguments.IndexOf(argument);
        return SignatureHelp.Overloads(model, call)
            .SelectMany(method => method.Parameters.Skip(place))
            .Where(parameter => !given.Contains(parameter.Name) && Matches(parameter.Name, prefix))
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new CompletionItem(parameter.Name + ":", "Argument", documentation: parameter.ToDisplayString(Kinds.Format)));
    }

    private static IEnumerable<CompletionItem> Keywords(string prefix) =>
        SyntaxFacts.GetKeywordKinds()
            .Where(kind => !SyntaxFacts.IsPreprocessorKeyword(kind) || SyntaxFacts.IsReservedKeyword(kind))
            .Select(SyntaxFacts.GetText)
            .Where(keyword => prefix.Length > 0 && !keyword.StartsWith('_') && keyword.StartsWith(prefix, StringComparison.Ordinal))
            .Select(keyword => new CompletionItem(keyword, "Keyword"));

    private static bool Matches(string name, string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
