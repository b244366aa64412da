using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnNotebooks.Engine;

/// <summary>Whether a cell holds anything that a later cell may refer to: a name, a using directive, a reference.</summary>
internal static class Declarations
{
    public static bool Any(CSharpCompilation compilation)
    {
        var unit = compilation.SyntaxTrees[^1].GetCompilationUnitRoot();
        return unit.Usings.Any()
            || unit.Externs.Any()
            || unit.GetReferenceDirectives().Any()
            || unit.Members.Any(member => member is not GlobalStatementSyntax)
            // Names also come from within expressions: an out variable, a pattern.
            || compilation.ScriptClass!.GetMembers().Any(member => !member.IsImplicitlyDeclared);
    }
}
