using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static string __version__ => "0.107.0";

    public static long numel(Tensor input) => input.numel();

    /// <summary>Grids of coordinates, one tensor an input.</summary>
    /// <param name="tensors">The coordinates along each dimension.</param>
    /// <param name="indexing">"ij" for rows first, "xy" for columns first.</param>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Ops.CallList("aten::meshgrid.indexing", tensors.ToArray(), indexing);

    public static Tensor hstack(params Tensor[] tensors) => Ops.Call("aten::hstack", tensors);

    public static Tensor hstack(IList<Tensor> tensors) => hstack(tensors.ToArray());

    public static Tensor vstack(Tensor[] tensors) => Ops.Call("aten::vstack", tensors);

    public static Tensor vstack(IList<Tensor> tensors) => vstack(tensors.ToArray());

    public static Tensor dstack(params Tensor[] tensors) => Ops.Call("aten::dstack", tensors);

    public static Tensor dstack(IList<Tensor> tensors) => dstack(tensors.ToArray());

    public static Tensor column_stack(params Tensor[] tensors) => Ops.Call("aten::column_stack", tensors);

    public static Tensor block_diag(params Tensor[] tensors) => Ops.Call("aten::block_diag", tensors);

    public static Tensor cartesian_prod(params Tensor[] tensors) => Ops.Call("aten::cartesian_prod", tensors);

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Ops.CallList("aten::broadcast_tensors", tensors);

    /// <summary>Distances between the rows of x1 and of x2.</summary>
    public static Tensor cdist(
        Tensor x1, Tensor x2, double p = 2, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        Ops.Call("aten::cdist", x1, x2, p, (long)compute_mode);

    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

    public static Tensor norm(Tensor input) => input.norm();

    public static Tensor complex(Tensor real, Tensor imag) => Ops.Call("aten::complex", real, imag);

    public static Tensor polar(Tensor abs, Tensor angle) => Ops.Call("aten::polar", abs, angle);

    public static Tensor real(Tensor input) => input.real;

    public static Tensor imag(Tensor input) => input.imag;

    public static Tensor tril_indices(
        long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Ops.Call("aten::tril_indices", row, col, offset, dtype, Arg.None, device ?? defaultDevice, false);

    public static Tensor triu_indices(
        long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Ops.Call("aten::triu_indices", row, col, offset, dtype, Arg.None, device ?? defaultDevice, false);

    /// <summary>Normally distributed numbers, each with its own mean and deviation.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => Ops.Call("aten::normal.Tensor_Tensor", mean, std, generator);

    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null)
    {
        RefuseNames(names);
        return WithGrad(
            Ops.Call("aten::normal.float_float", mean, std, size.ToArray(), generator, dtype ?? defaultType, Arg.None, device ?? defaultDevice, false),
            requires_grad);
    }

    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        Ops.Call("aten::searchsorted.Tensor", sorted_sequence, values, out_int32, right, Arg.None, sorter);

    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Ops.Call("aten::hann_window.periodic", len, periodic, dtype ?? defaultType, Arg.None, device ?? defaultDevice, false), requires_grad);

    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => Ops.Call("aten::bincount", input, weights, minlength);

    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
        Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
        input.unique(sorted, return_inverse, return_counts, dim);

    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(
        Tensor input, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
        input.unique_consecutive(return_inverse, return_counts, dim);

    /// <summary>The element type of an operator between two types.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2)
    {
        using Tensor a = empty(new long[] { 1 }, type1), b = empty(new long[] { 1 }, type2);
        return result_type(a, b);
    }

    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) =>
        (ScalarType)Ops.Get("aten::result_type.Tensor").CallLong(tensor1, tensor2);

    public static bool can_cast(ScalarType from, ScalarType to) => Ops.Get("aten::can_cast").CallBool(from, to);

    public static bool is_tensor(object obj) => obj is Tensor;

    public static bool are_deterministic_algorithms_enabled() => Native.rt_deterministic() != 0;

    /// <summary>An operator without a deterministic way throws, or warns, until the returned object is disposed.</summary>
    public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false) => new Deterministic(mode, warn_only);

    private sealed class Deterministic : IDisposable
    {
        private readonly int before = Native.rt_deterministic();

        internal Deterministic(bool mode, bool warnOnly) => Native.rt_set_deterministic(mode ? 1 : 0, warnOnly ? 1 : 0);

        public void Dispose() => Native.rt_set_deterministic(before, 0);
    }
}
