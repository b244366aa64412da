using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>As t[…] in Python: <c>t[0, 1..3, TensorIndex.Ellipsis]</c>. Setting broadcasts the value.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => Aten.select_int.Call(this, 0, i1);
            set => Put(value, [i1]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => At([i1, i2]);
            set => Put(value, [i1, i2]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => At([i1, i2, i3]);
            set => Put(value, [i1, i2, i3]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At([i1, i2, i3, i4]);
            set => Put(value, [i1, i2, i3, i4]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At([i1, i2, i3, i4, i5]);
            set => Put(value, [i1, i2, i3, i4, i5]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At([i1, i2, i3, i4, i5, i6]);
            set => Put(value, [i1, i2, i3, i4, i5, i6]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => At(indices);
            set => Put(value, indices);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            (Tensor view, Tensor?[]? gathered) = TensorIndex.Apply(this, indices);
            if (gathered is null) return ReferenceEquals(view, this) ? Ops.Call("aten::alias", this) : view;
            Tensor result = Aten.index_Tensor.Call(view, gathered);
            if (!ReferenceEquals(view, this)) view.Dispose();
            return result;
        }

        public Tensor index(params Tensor[] indices) => Aten.index_Tensor.Call(this, indices);

        /// <summary>Writes <paramref name="value"/>, broadcast, to what the indices select.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            (Tensor view, Tensor?[]? gathered) = TensorIndex.Apply(this, indices);
            if (gathered is not null) Aten.index_put_.Invoke(view, gathered, value, accumulate);
            else if (accumulate) view.add_(value);
            else Aten.copy_.Invoke(view, value);
            if (!ReferenceEquals(view, this)) view.Dispose();
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        /// <summary>Writes values at the positions that index tensors name, in place.</summary>
        /// <param name="accumulate">Adds where the same position occurs more than once, instead of keeping one of the values.</param>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            Aten.index_put_.Invoke(this, indices, value, accumulate);
            return this;
        }

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using Tensor scalar = value;
            using Tensor cast = scalar.to_type(dtype);
            return index_put_(cast, indices, false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using Tensor scalar = value;
            using Tensor cast = scalar.to_type(dtype);
            return index_put_(cast, indices, false);
        }

        private Tensor At(ReadOnlySpan<long> positions)
        {
            Tensor view = this;
            foreach (long position in positions)
            {
                Tensor next = Aten.select_int.Call(view, 0, position);
                if (!ReferenceEquals(view, this)) view.Dispose();
                view = next;
            }
            return view;
        }

        private void Put(Tensor value, ReadOnlySpan<long> positions)
        {
            using Tensor place = At(positions);
            Aten.copy_.Invoke(place, value);
        }
    }
}
