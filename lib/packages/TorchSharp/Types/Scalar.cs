using System.Numerics;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A single number of any element type, as operators take it. Numbers convert to it by themselves.</summary>
public class Scalar : IDisposable
{
    private Scalar(ValueKind kind, long bits, Complex complex = default)
    {
        Kind = kind;
        Bits = bits;
        Complex = complex;
    }

    internal ValueKind Kind { get; }

    internal long Bits { get; }

    internal Complex Complex { get; }

    /// <summary>libtorch keeps every whole number as Int64 and every real one as Float64.</summary>
    public ScalarType Type => Kind switch
    {
        ValueKind.Int => ScalarType.Int64,
        ValueKind.Bool => ScalarType.Bool,
        ValueKind.Complex => ScalarType.ComplexFloat64,
        _ => ScalarType.Float64,
    };

    internal double Real => Kind switch
    {
        ValueKind.Double => BitConverter.Int64BitsToDouble(Bits),
        ValueKind.Complex => Complex.Real,
        _ => Bits,
    };

    internal long Whole => Kind is ValueKind.Int or ValueKind.Bool ? Bits : checked((long)Real);

    /// <summary>There is nothing to free; the real package's scalars are native.</summary>
    public void Dispose() => GC.SuppressFinalize(this);

    public override string ToString() => Kind switch
    {
        ValueKind.Int => Bits.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ValueKind.Bool => Bits != 0 ? "True" : "False",
        ValueKind.Complex => Complex.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Real.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public static implicit operator Scalar(byte value) => new(ValueKind.Int, value);

    public static implicit operator Scalar(sbyte value) => new(ValueKind.Int, value);

    public static implicit operator Scalar(short value) => new(ValueKind.Int, value);

    public static implicit operator Scalar(int value) => new(ValueKind.Int, value);

    public static implicit operator Scalar(long value) => new(ValueKind.Int, value);

    public static implicit operator Scalar(bool value) => new(ValueKind.Bool, value ? 1 : 0);

    public static implicit operator Scalar(float value) => (double)value;

    public static implicit operator Scalar(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Scalar(Half value) => (double)value;

    public static implicit operator Scalar((float, float) value) => new Complex(value.Item1, value.Item2);

    public static implicit operator Scalar(Complex value) => new(ValueKind.Complex, 0, value);
}
