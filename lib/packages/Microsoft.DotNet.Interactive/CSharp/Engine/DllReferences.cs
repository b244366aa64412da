using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RnnNotebooks.Engine;

/// <summary>Resolves <c>#r "x.dll"</c>, and finds beside it what the dll itself needs.</summary>
internal sealed class DllReferences(ReferenceSet references) : MetadataReferenceResolver
{
    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference,
        string? baseFilePath,
        MetadataReferenceProperties properties)
    {
        if (ScriptFiles.Find(reference, baseFilePath) is { } path)
        {
            return [references.ForFile(path)];
        }

        string name = reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? Path.GetFileName(reference) : reference + ".dll";
        var known = ReferenceSet.Defaults.FirstOrDefault(one => Path.GetFileName(one.FilePath) == name);
        known ??= FrameworkFacades.Find(Path.GetFileNameWithoutExtension(name));
        return known is null ? [] : [known];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (definition is not PortableExecutableReference { FilePath: { } path })
        {
            return null;
        }

        string beside = Path.Combine(Path.GetDirectoryName(path)!, referenceIdentity.Name + ".dll");
        return File.Exists(beside) ? FrameworkReferences.Create(beside) : FrameworkFacades.Find(referenceIdentity.Name);
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => references.GetHashCode();
}
