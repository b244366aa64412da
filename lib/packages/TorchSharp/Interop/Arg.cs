using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// One argument of an <see cref="Op"/>: implicitly a tensor, number, flag, list, string, device, dtype or generator.
/// A null tensor, scalar, list or nullable becomes "none"; <see cref="None"/> says it outright.
/// </summary>
internal readonly struct Arg
{
    internal readonly ValueKind Kind;
    internal readonly long Bits;
    internal readonly object? Object;

    private Arg(ValueKind kind, long bits, object? value = null)
    {
        Kind = kind;
        Bits = bits;
        Object = value;
    }

    internal static Arg None => default;

    public static implicit operator Arg(Tensor? value) => value is null ? default : new(ValueKind.Tensor, 0, value);

    public static implicit operator Arg(long value) => new(ValueKind.Int, value);

    public static implicit operator Arg(int value) => new(ValueKind.Int, value);

    public static implicit operator Arg(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Arg(bool value) => new(ValueKind.Bool, value ? 1 : 0);

    public static implicit operator Arg(long? value) => value is { } v ? v : default(Arg);

    public static implicit operator Arg(int? value) => value is { } v ? v : default(Arg);

    public static implicit operator Arg(double? value) => value is { } v ? v : default(Arg);

    public static implicit operator Arg(bool? value) => value is { } v ? v : default(Arg);

    public static implicit operator Arg(ScalarType value) => (long)value;

    public static implicit operator Arg(ScalarType? value) => value is { } v ? (long)v : default(Arg);

    public static implicit operator Arg(long[]? value) => value is null ? default : new(ValueKind.Ints, 0, value);

    public static implicit operator Arg(double[]? value) => value is null ? default : new(ValueKind.Doubles, 0, value);

    public static implicit operator Arg(bool[]? value) => value is null ? default : new(ValueKind.Bools, 0, value);

    /// <summary>A list of tensors; null elements are allowed where the schema says Tensor?[].</summary>
    public static implicit operator Arg(Tensor?[]? value) => value is null ? default : new(ValueKind.Tensors, 0, value);

    public static implicit operator Arg(string? value) => value is null ? default : new(ValueKind.String, 0, value);

    public static implicit operator Arg(Generator? value) => value is null ? default : new(ValueKind.Generator, 0, value);

    public static implicit operator Arg(Device? value) =>
        value is null ? default : new(ValueKind.Device, ((long)value.type << 32) | (uint)value.index);

    public static implicit operator Arg(Scalar? value) => value is null ? default : value.Kind switch
    {
        ValueKind.Complex => new(ValueKind.Complex, 0, value.Complex),
        var kind => new(kind, value.Bits),
    };

    /// <summary>How many 8-byte words of scratch memory the argument needs while it crosses.</summary>
    internal int Words => Kind switch
    {
        ValueKind.Ints => ((long[])Object!).Length,
        ValueKind.Doubles => ((double[])Object!).Length,
        ValueKind.Bools => (((bool[])Object!).Length + 7) / 8,
        ValueKind.Tensors => ((Tensor?[])Object!).Length,
        ValueKind.String => (System.Text.Encoding.UTF8.GetMaxByteCount(((string)Object!).Length) + 7) / 8,
        ValueKind.Complex => 2,
        _ => 0,
    };

    internal Complex Complex => (Complex)Object!;
}
