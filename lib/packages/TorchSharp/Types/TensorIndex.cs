using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// One index of <c>t[…]</c>: a position, a slice, a tensor of positions or flags, an ellipsis or a new dimension. Numbers,
    /// ranges such as <c>1..^1</c> and pairs <c>(start, stop)</c> convert to it by themselves.
    /// </summary>
    public struct TensorIndex
    {
        private enum IndexKind
        {
            None, Single, Slice, Tensor, Bool, Ellipsis, Null
        }

        private IndexKind kind;
        private long? start;
        private long? stop;
        private long? step;
        private torch.Tensor? tensor;

        /// <summary>A new dimension of size one.</summary>
        public static TensorIndex None = new() { kind = IndexKind.None };

        /// <summary>A new dimension of size one.</summary>
        public static TensorIndex Null = new() { kind = IndexKind.Null };

        /// <summary>As many full slices as there are dimensions left.</summary>
        public static TensorIndex Ellipsis = new() { kind = IndexKind.Ellipsis };

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon = Slice();

        /// <summary>From start to before stop, each step-th; negative positions count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { kind = IndexKind.Slice, start = start, stop = stop, step = step };

        public static TensorIndex Slice((int?, int?) range) => Slice(range.Item1, range.Item2);

        public static TensorIndex Slice(Range range)
        {
            long? first = Position(range.Start);
            long? last = range.End.IsFromEnd && range.End.Value == 0 ? null : Position(range.End);
            return Slice(first, last);
        }

        public static TensorIndex Single(long? index) => new() { kind = IndexKind.Single, start = index };

        public static TensorIndex Bool(bool value) => new() { kind = IndexKind.Bool, start = value ? 1 : 0 };

        public static TensorIndex Tensor(torch.Tensor tensor) => new() { kind = IndexKind.Tensor, tensor = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex((int?, int?) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(Position(index));

        /// <summary>The tensor that an index was made from.</summary>
        public static implicit operator torch.Tensor(TensorIndex value) => value.kind switch
        {
            IndexKind.Tensor => value.tensor!,
            IndexKind.Single => torch.tensor(value.start ?? 0),
            IndexKind.Bool => torch.tensor(value.start != 0),
            _ => throw new InvalidCastException("Only a TensorIndex made from a tensor, a number or a flag converts to a tensor."),
        };

        /// <summary>
        /// Applies views for positions, slices and new dimensions, and collects tensors for aten::index: as Python's t[…] does.
        /// </summary>
        internal static (torch.Tensor View, torch.Tensor?[]? Gathered) Apply(torch.Tensor self, ReadOnlySpan<TensorIndex> indices)
        {
            long dimensions = self.ndim;
            int taken = 0;
            foreach (TensorIndex index in indices) taken += index.TakenDimensions;
            if (taken > dimensions)
            {
                throw new IndexOutOfRangeException($"too many indices for tensor of dimension {dimensions}: {taken} were given");
            }
            torch.Tensor view = self;
            var gathered = new List<torch.Tensor?>();
            bool any = false;
            int dim = 0;
            foreach (TensorIndex index in indices)
            {
                switch (index.kind)
                {
                    case IndexKind.Single:
                        view = Next(view, self, Aten.select_int.Call(view, dim, index.start ?? 0));
                        break;
                    case IndexKind.Slice:
                        if (index.start is not null || index.stop is not null || index.step is not null)
                        {
                            view = Next(view, self, Aten.slice_Tensor.Call(view, dim, index.start, index.stop, index.step ?? 1));
                        }
                        dim++;
                        break;
                    case IndexKind.Ellipsis:
                        dim += (int)dimensions - taken;
                        break;
                    case IndexKind.None or IndexKind.Null:
                        view = Next(view, self, Aten.unsqueeze.Call(view, dim++));
                        break;
                    default:
                        torch.Tensor positions = index.tensor ?? torch.tensor(index.start != 0);
                        if (index.kind == IndexKind.Bool) view = Next(view, self, Aten.unsqueeze.Call(view, dim));
                        while (gathered.Count < dim) gathered.Add(null);
                        gathered.Add(index.kind == IndexKind.Bool ? positions.unsqueeze(0) : positions);
                        any = true;
                        dim += index.kind == IndexKind.Bool ? 1 : positions.dtype is ScalarType.Bool or ScalarType.Byte ? (int)positions.ndim : 1;
                        break;
                }
            }
            return (view, any ? [.. gathered] : null);
        }

        private readonly int TakenDimensions => kind switch
        {
            IndexKind.Single or IndexKind.Slice => 1,
            IndexKind.Tensor => tensor!.dtype is ScalarType.Bool or ScalarType.Byte ? (int)tensor.ndim : 1,
            _ => 0,
        };

        private static long Position(Index index) => index.IsFromEnd ? -index.Value : index.Value;

        /// <summary>The next view; the one before it was only a step, unless it is the tensor itself.</summary>
        private static torch.Tensor Next(torch.Tensor view, torch.Tensor self, torch.Tensor next)
        {
            if (!ReferenceEquals(view, self)) view.Dispose();
            return next;
        }
    }
}
