using System.Reflection;
using RnnNotebooks.Formatting;

namespace RnnNotebooks.Engine;

/// <summary>A variable that a cell declared, living as a field of that cell's object.</summary>
internal sealed class ScriptVariable(object owner, FieldInfo fieldInfo)
{
    public string Name => fieldInfo.Name;

    public Type Type => fieldInfo.FieldType;

    public string TypeName => TypeNames.Of(fieldInfo.FieldType);

    public bool IsAssignable => !fieldInfo.IsInitOnly && !fieldInfo.IsLiteral;

    public object? Value
    {
        get => fieldInfo.GetValue(owner);
        set => fieldInfo.SetValue(owner, value);
    }

    public static IEnumerable<ScriptVariable> Of(object? cell) =>
        cell is null
            ? []
            : cell.GetType()
                .GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(fieldInfo => !fieldInfo.Name.StartsWith('<'))
                .OrderByDescending(fieldInfo => fieldInfo.MetadataToken)
                .Select(fieldInfo => new ScriptVariable(cell, fieldInfo));
}
