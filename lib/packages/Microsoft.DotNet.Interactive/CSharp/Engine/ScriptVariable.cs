using System.Reflection;

namespace RnnNotebooks.Engine;

/// <summary>A variable that a cell declared, living as a field of that cell's object.</summary>
internal sealed class ScriptVariable(object owner, FieldInfo field)
{
    public string Name => field.Name;

    public Type Type => field.FieldType;

    public string TypeName => TypeSyntax.For(field.FieldType, fullNames: false);

    public bool IsAssignable => !field.IsInitOnly && !field.IsLiteral;

    public object? Value
    {
        get => field.GetValue(owner);
        set => field.SetValue(owner, value);
    }

    public static IEnumerable<ScriptVariable> Of(object? cell) =>
        cell is null
            ? []
            : cell.GetType()
                .GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => !field.Name.StartsWith('<'))
                .OrderByDescending(field => field.MetadataToken)
                .Select(field => new ScriptVariable(cell, field));
}
