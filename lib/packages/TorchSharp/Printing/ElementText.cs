using System.Globalization;
using System.Numerics;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The text of one element.</summary>
internal sealed class ElementText(ScalarType type, string format, CultureInfo culture)
{
    /// <summary>What comes after a number in C#.</summary>
    private string Suffix => type switch
    {
        ScalarType.Float32 => "f",
        ScalarType.Int64 => "L",
        _ => "",
    };

    /// <summary>C#'s name of the element type.</summary>
    internal string TypeName => type switch
    {
        ScalarType.Byte => "byte",
        ScalarType.Int8 => "sbyte",
        ScalarType.Int16 => "short",
        ScalarType.Int32 => "int",
        ScalarType.Int64 => "long",
        ScalarType.Bool => "bool",
        ScalarType.Float16 => "Half",
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.ComplexFloat32 => "(float Real, float Imaginary)",
        ScalarType.ComplexFloat64 => "System.Numerics.Complex",
        _ => type.ToString(),
    };

    internal string Of(Scalar value) => value.Kind switch
    {
        ValueKind.Int => value.Bits.ToString(culture),
        ValueKind.Bool => value.Bits != 0 ? "true" : "false",
        ValueKind.Complex => Of(value.Complex),
        _ => value.Real.ToString(format, culture),
    };

    internal string InCSharp(Scalar value) => Of(value) + Suffix;

    private string Of(Complex value)
    {
        string real = value.Real.ToString(format, culture);
        if (value.Imaginary == 0) return real;
        string imaginary = value.Imaginary.ToString(format, culture) + "i";
        if (value.Real == 0) return imaginary;
        return real + (value.Imaginary < 0 ? "" : "+") + imaginary;
    }
}
