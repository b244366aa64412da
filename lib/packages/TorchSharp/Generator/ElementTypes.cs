namespace TorchSharp.Generator;

/// <summary>A C# type that tensors are made from, and what torch.tensor calls and accepts for it.</summary>
internal sealed record ElementType(string CSharp, string ScalarType)
{
    internal string ArrayName { get; init; } = "rawArray";

    /// <summary>The scalar overload has a dtype parameter; null: there is no scalar overload.</summary>
    internal bool? ScalarTakesType { get; init; } = false;

    internal bool FromMemory { get; init; } = true;

    /// <summary>The overload with four sizes takes an array, where the others take a list.</summary>
    internal bool FourSizesFromArray { get; init; }

    /// <summary>There is an overload of a list with its dimensions.</summary>
    internal bool ListWithDimensions { get; init; } = true;

    internal bool AsTensor { get; init; } = true;

    internal static readonly IReadOnlyList<ElementType> All =
    [
        new("byte", "Byte"),
        new("sbyte", "Int8"),
        new("short", "Int16"),
        new("int", "Int32") { FourSizesFromArray = true },
        new("long", "Int64") { ArrayName = "dataArray", ScalarTakesType = true },
        new("bool", "Bool") { ScalarTakesType = true, FromMemory = false },
        new("Half", "Float16") { ScalarTakesType = null, AsTensor = false },
        new("float", "Float32"),
        new("double", "Float64") { ScalarTakesType = true, ListWithDimensions = false },
        new("(float Real, float Imaginary)", "ComplexFloat32") { ScalarTakesType = true, FromMemory = false },
        new("System.Numerics.Complex", "ComplexFloat64") { ScalarTakesType = true },
    ];
}
