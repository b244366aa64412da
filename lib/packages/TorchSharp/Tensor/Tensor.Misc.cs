using System.Collections;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The transpose of a matrix: its dimensions in reverse order.</summary>
        public Tensor T => Ops.Call("aten::numpy_T", this);

        /// <summary>The conjugate transpose of a matrix.</summary>
        public Tensor H => Ops.Call("aten::matrix_H", this);

        /// <summary>Every matrix of a batch transposed.</summary>
        public Tensor mT => Ops.Call("aten::mT", this);

        public Tensor mH => Ops.Call("aten::mH", this);

        public Tensor real => Ops.Call("aten::real", this);

        public Tensor imag => Ops.Call("aten::imag", this);

        /// <summary>The distinct elements; with them, if asked for, where each came from and how often.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            (Tensor output, Tensor inverse, Tensor counts) = dim is { } d
                ? Ops.Call3("aten::unique_dim", this, d, sorted, return_inverse, return_counts)
                : Ops.Call3("aten::_unique2", this, sorted, return_inverse, return_counts);
            return (output, return_inverse ? inverse : null, return_counts ? counts : null);
        }

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(
            bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            (Tensor output, Tensor inverse, Tensor counts) = Ops.Call3("aten::unique_consecutive", this, return_inverse, return_counts, dim);
            return (output, return_inverse ? inverse : null, return_counts ? counts : null);
        }

        public IList<Tensor> nonzero_as_list() => Ops.CallList("aten::nonzero_numpy", this);

        /// <summary>Uniform whole numbers from <paramref name="from"/> to before <paramref name="to"/>, in place.</summary>
        public Tensor random_(double from, double to, Generator? generator = null)
        {
            Ops.Invoke("aten::random_.from", this, (long)from, (long)to, generator);
            return this;
        }

        /// <summary>The product of two matrices by dimensions: the last <paramref name="dims"/> of this with the first of b.</summary>
        public Tensor tensordot(Tensor b, long dims = 2)
        {
            if (dims < 0 || dims > Math.Min(ndim, b.ndim))
            {
                throw new ArgumentOutOfRangeException(nameof(dims), $"tensordot cannot sum over {dims} dimensions of tensors that have {ndim} and {b.ndim}.");
            }
            int own = (int)ndim, shared = (int)dims;
            return tensordot(b, [.. Enumerable.Range(own - shared, shared).Select(d => (long)d)], [.. Enumerable.Range(0, shared).Select(d => (long)d)]);
        }

        public Tensor tensordot(Tensor b, (long, long)[] dims) => tensordot(b, [.. dims.Select(d => d.Item1)], [.. dims.Select(d => d.Item2)]);

        /// <summary>Scalars in lists in lists, one level a dimension; a scalar for a tensor without dimensions.</summary>
        public object tolist()
        {
            if (ndim == 0) return ToScalar();
            var list = new ArrayList();
            for (long i = 0; i < shape[0]; i++)
            {
                using Tensor part = this[i];
                list.Add(part.tolist());
            }
            return list;
        }
    }
}
