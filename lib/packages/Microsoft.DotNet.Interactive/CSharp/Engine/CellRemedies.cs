using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnNotebooks.Engine;

/// <summary>What to do about C# that is right in a program and wrong in a cell, where the compiler's own words do not tell.</summary>
internal static class CellRemedies
{
    public static string? For(Diagnostic diagnostic) => diagnostic.Id switch
    {
        "CS1002" when IsUsingDeclaration(diagnostic.Location) =>
            "A cell keeps its variables for the next cells, so it cannot dispose of one at its end: write using (var x = …) { … }, or the lines between { and }.",
        "CS1109" => "In a cell an extension method stands by itself: leave out the static class around it.",
        "CS7021" => "A cell cannot declare a namespace: leave it out, and keep what is in it.",
        _ => null,
    };

    // `using var x = …` is read as the directive `using var`, without its semicolon, and then `x = …`.
    private static bool IsUsingDeclaration(Location location)
    {
        if (location.SourceTree is not { } tree)
        {
            return false;
        }

        var name = tree.GetRoot().FindToken(location.SourceSpan.Start);
        return name.GetNextToken().IsKind(SyntaxKind.EqualsToken)
            && name.GetPreviousToken().Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { SemicolonToken.IsMissing: true };
    }
}
