using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Tensors of the same length; example i is the list of their i-th rows.</summary>
    public sealed class TensorDataset : utils.data.IterableDataset
    {
        private readonly Tensor[] tensors;

        internal TensorDataset(Tensor[] tensors)
        {
            if (tensors.Length == 0)
            {
                throw new ArgumentException("A dataset needs at least one tensor.", nameof(tensors));
            }
            long length = tensors[0].shape is [var first, ..] ? first : throw new ArgumentException("A dataset's tensors need at least one axis.", nameof(tensors));
            foreach (var tensor in tensors)
            {
                if (tensor.shape is not [var rows, ..] || rows != length)
                {
                    throw new ArgumentException(
                        $"A dataset's tensors must have the same first axis, but it is {length} for the first and [{string.Join(", ", tensor.shape)}] for another.",
                        nameof(tensors));
                }
            }
            // The loader owns what it is given; the caller's tensors stay the caller's.
            this.tensors = Array.ConvertAll(tensors, tensor => tensor.alias().DetachFromDisposeScope());
            Count = length;
        }

        public override long Count { get; }

        /// <summary>The i-th rows of all tensors.</summary>
        public IList<Tensor> this[long index] => GetTensor(index);

        public override IList<Tensor> GetTensor(long index) => Array.ConvertAll(tensors, tensor => tensor.select(0, index));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                foreach (var tensor in tensors)
                {
                    tensor.Dispose();
                }
            }
            base.Dispose(disposing);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class utils
        {
            public static partial class data
            {
                /// <summary>A dataset of the rows of tensors, which must be of the same length.</summary>
                public static Modules.TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);
            }
        }
    }
}
