using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Aten.arange.Call(stop, RangeType(dtype, stop), Arg.None, device ?? defaultDevice, false), requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Aten.arange_start.Call(start, stop, RangeType(dtype, start, stop), Arg.None, device ?? defaultDevice, false), requires_grad);

    /// <summary>From start to before stop. Whole numbers give Int64 elements, others the default type.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Aten.arange_start_step.Call(start, stop, step, RangeType(dtype, start, stop, step), Arg.None, device ?? defaultDevice, false), requires_grad);

    /// <summary>Evenly spaced, both ends included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Aten.linspace.Call(start, end, steps, dtype ?? defaultType, Arg.None, device ?? defaultDevice, false), requires_grad);

    /// <summary>Powers of the base, with evenly spaced exponents from start to end.</summary>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Aten.logspace.Call(start, end, steps, @base, dtype ?? defaultType, Arg.None, device ?? defaultDevice, false), requires_grad);

    /// <summary>Ones on the diagonal, zeros elsewhere; square when no number of columns is given.</summary>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return WithGrad(Aten.eye_m.Call(rows, columns < 0 ? rows : columns, dtype ?? defaultType, Arg.None, device ?? defaultDevice, false), requires_grad);
    }

    /// <summary>A tensor of an array's elements, of any rank; the array is copied.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), ElementTypeOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A complex number of two Float32 parts, without dimensions.</summary>
    public static Tensor tensor(float real, float imaginary, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        tensor((real, imaginary), dtype, device, requires_grad);

    /// <summary>A complex number of two Float64 parts, without dimensions.</summary>
    public static Tensor tensor(double real, double imaginary, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        tensor(new System.Numerics.Complex(real, imaginary), dtype, device, requires_grad);

    public static Tensor tensor(
        (double Real, double Imaginary) scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        tensor(scalar.Real, scalar.Imaginary, dtype, device, requires_grad);

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        data.to(dtype ?? data.dtype, device ?? data.device);

    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Like(ZerosLike, input, dtype, device, requires_grad, names);

    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Like(OnesLike, input, dtype, device, requires_grad, names);

    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Like(EmptyLike, input, dtype, device, requires_grad, names);

    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return WithGrad(FullLike.Call(input, value, dtype, Arg.None, device, false), requires_grad);
    }

    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Like(RandLike, input, dtype, device, requires_grad, null);

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Like(RandnLike, input, dtype, device, requires_grad, null);

    public static Tensor randint_like(
        Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(RandintLike.Call(input, low, high, dtype, Arg.None, device, false), requires_grad);

    public partial class Tensor
    {
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros_like(this, dtype, device, requires_grad);

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones_like(this, dtype, device, requires_grad);

        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty_like(this, dtype, device, requires_grad);

        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full_like(this, value, dtype, device, requires_grad);

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.rand_like(this, dtype, device, requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randn_like(this, dtype, device, requires_grad);

        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randint_like(this, low, high, dtype, device, requires_grad);
    }

    private static readonly Op ZerosLike = new("aten::zeros_like");
    private static readonly Op OnesLike = new("aten::ones_like");
    private static readonly Op EmptyLike = new("aten::empty_like");
    private static readonly Op FullLike = new("aten::full_like");
    private static readonly Op RandLike = new("aten::rand_like");
    private static readonly Op RandnLike = new("aten::randn_like");
    private static readonly Op RandintLike = new("aten::randint_like.low_dtype");

    private static Tensor Like(Op op, Tensor input, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return WithGrad(op.Call(input, dtype, Arg.None, device, false), requires_grad);
    }

    private static ScalarType RangeType(ScalarType? given, params ReadOnlySpan<Scalar> ends)
    {
        if (given is { } type) return type;
        foreach (Scalar end in ends)
        {
            if (end.Kind == ValueKind.Double) return defaultType;
        }
        return ScalarType.Int64;
    }

    private static ScalarType ElementTypeOf(Array array) => array.GetType().GetElementType() switch
    {
        var t when t == typeof(byte) => ScalarType.Byte,
        var t when t == typeof(sbyte) => ScalarType.Int8,
        var t when t == typeof(short) => ScalarType.Int16,
        var t when t == typeof(int) => ScalarType.Int32,
        var t when t == typeof(long) => ScalarType.Int64,
        var t when t == typeof(bool) => ScalarType.Bool,
        var t when t == typeof(Half) => ScalarType.Float16,
        var t when t == typeof(float) => ScalarType.Float32,
        var t when t == typeof(double) => ScalarType.Float64,
        var t when t == typeof((float, float)) => ScalarType.ComplexFloat32,
        var t when t == typeof(System.Numerics.Complex) => ScalarType.ComplexFloat64,
        var t => throw new ArgumentException($"A tensor cannot hold elements of type {t}."),
    };
}
