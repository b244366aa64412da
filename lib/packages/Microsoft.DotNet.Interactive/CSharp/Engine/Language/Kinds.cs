using Microsoft.CodeAnalysis;

namespace RnnNotebooks.Engine;

/// <summary>Symbols in words.</summary>
internal static class Kinds
{
    /// <summary>Types short, members with their type and parameters' names and defaults.</summary>
    public static SymbolDisplayFormat Format { get; } = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat s_withoutOwner = Format.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);

    public static string Of(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => "Namespace",
        INamedTypeSymbol { TypeKind: var kind } => kind.ToString(),
        ITypeParameterSymbol => "TypeParameter",
        IMethodSymbol { IsExtensionMethod: true } or IMethodSymbol { ReducedFrom: not null } => "ExtensionMethod",
        IMethodSymbol => "Method",
        IPropertySymbol => "Property",
        IEventSymbol => "Event",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "EnumMember",
        IFieldSymbol { IsConst: true } => "Constant",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "Variable",
        IFieldSymbol => "Field",
        ILocalSymbol => "Local",
        IParameterSymbol => "Parameter",
        _ => symbol.Kind.ToString(),
    };

    /// <summary>The declaration as code, without the class that holds a cell's own variables.</summary>
    public static string Declaration(ISymbol symbol) =>
        symbol.ToDisplayString(symbol.ContainingType is { IsScriptClass: true } ? s_withoutOwner : Format);
}
